import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { type Edition, migrationGuide } from "../../core/guide/migration.ts";
import { releaseNotes } from "../../core/guide/notes.ts";
import { coerce, next } from "../../core/lifecycle/semver.ts";
import type { Connector } from "../../core/model/connector.ts";
import { familyByContent } from "../../core/model/files.ts";
import { readConnector } from "../../core/model/read.ts";
import { compareConnectors, largerBump } from "../../core/versioning/compare.ts";
import { mergeVerdicts } from "../../core/versioning/merge.ts";
import type { Bump, CompareOptions, Verdict } from "../../core/versioning/types.ts";
import { loadBaseline, onlyChanged } from "../baseline.ts";
import { type Command, type Io, oneOf, type Parsed, parseArgs, UsageError } from "../command.ts";
import { type LoadedConnector, loadConnectors, loadSide } from "../input.ts";
import { changesMarkdown, changesText, toChanges } from "../output/changes.ts";
import { connectRegistry, registryUrl } from "../registry.ts";

const PRESETS = ["default", "strict", "lenient", "microsoft"] as const;

const diff: Command = {
  name: "diff",
  summary: "Compare two versions of a connector and name the required version bump.",
  usage: `patchbay diff OLD NEW [--preset default|strict|lenient|microsoft] [--fail-on major|minor|patch] [--format text|json|markdown]
patchbay diff --baseline registry|git:REF|PATH NEW [--registry URL] […]
patchbay diff --changed-since REF [PATH…] [--format …] [--fail-on …]
patchbay diff OLD NEW --release-notes | --guide [--preset …]
patchbay diff --batch - [--preset …]

OLD and NEW are files or folders; a swagger file takes the properties that lie beside it.
--baseline compares with what is published, or with a git revision. --changed-since compares every connector below the paths that differs from a revision.
--release-notes drafts release notes from the changes, and --guide a migration guide from the major ones, as markdown.
--batch reads one JSON object a line, { "id", "old", "new" }, and answers one a line; old and new are paths or documents.
Exit code: 0 compared, 1 --fail-on is met, 2 wrong use or unreadable input.`,
  async run(args, io) {
    const parsed = parseArgs(
      args,
      ["preset", "fail-on", "format", "batch", "baseline", "changed-since", "registry"],
      ["release-notes", "guide"],
    );
    const options: CompareOptions = { preset: oneOf(parsed, "preset", PRESETS, "default"), today: io.today };
    const batch = parsed.options.get("batch");
    if (batch !== undefined) {
      if (batch !== "-") throw new UsageError('--batch reads from standard input: write "--batch -".');
      if (parsed.positional.length) throw new UsageError("--batch takes its pairs from standard input, and no paths.");
      return runBatch(options, io);
    }
    const format = oneOf(parsed, "format", ["text", "json", "markdown"] as const, "text");
    const limit = parsed.options.has("fail-on")
      ? oneOf<Bump>(parsed, "fail-on", ["major", "minor", "patch"], "major")
      : undefined;
    const isMet = (bump: Bump): boolean => limit !== undefined && bump !== "none" && largerBump(bump, limit) === bump;
    const since = parsed.options.get("changed-since");
    const [notes, guide] = [parsed.flags.has("release-notes"), parsed.flags.has("guide")];
    if (Number(notes) + Number(guide) + Number(parsed.options.has("format")) > 1)
      throw new UsageError("--format, --release-notes and --guide each say what is written: give one of them.");
    if (since !== undefined) {
      if (notes || guide || parsed.options.has("baseline"))
        throw new UsageError(
          "--changed-since compares many connectors with a revision: it takes no baseline, and drafts no text.",
        );
      const compared = await compareChanged(parsed.positional, since, options);
      io.stdout(printMany(compared, format));
      return compared.some(({ verdict }) => isMet(verdict.bump)) ? 1 : 0;
    }
    const { old, now, verdict } = await sidesOf(parsed, options, io);
    if (notes) io.stdout(releaseNotes(verdict, now));
    else if (guide) io.stdout(migrationGuide({ verdict, ...editions(old, now, verdict), today: io.today }));
    else if (format === "json")
      io.stdout(`${JSON.stringify({ bump: verdict.bump, changes: toChanges(verdict) }, null, 2)}\n`);
    else io.stdout(format === "markdown" ? changesMarkdown(verdict) : changesText(verdict));
    return isMet(verdict.bump) ? 1 : 0;
  },
};
export default diff;

interface Compared {
  readonly old: Connector;
  readonly now: Connector;
  readonly verdict: Verdict;
}

/** What is compared: two paths, or one with a baseline. Where several versions count, the first stands for the old one. */
async function sidesOf(parsed: Parsed, options: CompareOptions, io: Io): Promise<Compared> {
  const spec = parsed.options.get("baseline");
  const [first, second, more] = parsed.positional;
  if (spec === undefined) {
    if (!first || !second || more) throw new UsageError("Name exactly two files or folders: patchbay diff OLD NEW");
    const [old, now] = [open(loadSide(first)), open(loadSide(second))];
    return { old, now, verdict: compareConnectors(old, now, options) };
  }
  if (!first || second)
    throw new UsageError("With --baseline, name exactly one file or folder: patchbay diff --baseline git:main NEW");
  const loaded = loadSide(first);
  const now = open(loaded);
  const registry = () =>
    connectRegistry(registryUrl(parsed.options.get("registry"), io), io, "Comparing with what is published");
  const sides = (await loadBaseline(spec, loaded, registry))?.sides ?? [];
  const [side] = sides;
  if (!side) throw new UsageError(`${spec} has no such connector yet: there is nothing to compare ${first} with.`);
  const verdicts = sides.map(({ before }) => compareConnectors(before, now, options));
  return { old: side.before, now, verdict: mergeVerdicts(verdicts) };
}

interface Named {
  readonly path: string;
  /** Whether the revision has no such connector. */
  readonly isNew: boolean;
  readonly verdict: Verdict;
}

/** Every connector below the paths that differs from a revision, compared with it. */
async function compareChanged(paths: readonly string[], revision: string, options: CompareOptions): Promise<Named[]> {
  const { connectors, unreadable } = loadConnectors(paths.length ? paths : ["."]);
  if (unreadable.length) throw new UsageError(unreadable.join("\n"));
  const found: Named[] = [];
  for (const loaded of await onlyChanged(connectors, revision)) {
    const baseline = await loadBaseline(`git:${revision}`, loaded, () => {
      throw new UsageError("A revision needs no registry.");
    });
    const before = baseline?.sides[0]?.before;
    const verdict: Verdict = before ? compareConnectors(before, open(loaded), options) : { bump: "none", changes: [] };
    found.push({ path: loaded.path, isNew: !before, verdict });
  }
  return found;
}

function printMany(compared: readonly Named[], format: "text" | "json" | "markdown"): string {
  if (format === "json") {
    const connectors = compared.map(({ path, isNew, verdict }) => {
      return { path, new: isNew, bump: verdict.bump, changes: toChanges(verdict) };
    });
    return `${JSON.stringify({ connectors }, null, 2)}\n`;
  }
  if (!compared.length) return "No connector has changed.\n";
  const parts = compared.map(({ path, isNew, verdict }) => {
    const body = isNew ? "A new connector.\n" : format === "markdown" ? changesMarkdown(verdict) : changesText(verdict);
    return format === "markdown" ? `# ${path}\n\n${body}` : `${path}\n${body}`;
  });
  return parts.join("\n");
}

/** Both sides with their numbers. A number that was not raised yet is the one that the changes need. */
function editions(old: Connector, now: Connector, { bump }: Verdict): { from: Edition; to: Edition } {
  const [from, written] = [coerce(old.versionText)?.text, coerce(now.versionText)?.text];
  const to = written !== undefined && written !== from ? written : from && next(from, bump);
  return {
    from: { version: from ?? "the old version", connector: old },
    to: { version: to ?? "the new version", connector: now },
  };
}

/** Compares two loaded sides; a side that is no JSON or YAML at all is unreadable input and not an empty connector. */
function compare(old: LoadedConnector, now: LoadedConnector, options: CompareOptions) {
  return compareConnectors(open(old), open(now), options);
}
function open({ path, files, folder }: LoadedConnector) {
  const connector = readConnector(files, { folder });
  const problem = connector.main.tree?.problems.find(({ severity }) => severity === "error");
  if (problem && !connector.root.isObject)
    throw new UsageError(`${path} could not be read as a connector: ${problem.message}`);
  return connector;
}

async function runBatch(options: CompareOptions, io: Io): Promise<number> {
  let failed = false;
  for await (const line of createInterface({ input: Readable.from(io.stdin()), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!line.trim()) continue;
    let id: unknown = null;
    try {
      const request = parseLine(line);
      id = request.id ?? null;
      const verdict = compare(side(request.old, "old"), side(request.new, "new"), options);
      io.stdout(`${JSON.stringify({ id, bump: verdict.bump, changes: toChanges(verdict) })}\n`);
    } catch (error) {
      failed = true;
      io.stdout(`${JSON.stringify({ id, error: error instanceof Error ? error.message : String(error) })}\n`);
    }
  }
  return failed ? 2 : 0;
}

function parseLine(line: string): Record<string, unknown> {
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch {
    throw new UsageError('This line is no JSON object with "id", "old" and "new".');
  }
  if (typeof request !== "object" || request === null || Array.isArray(request))
    throw new UsageError('This line is no JSON object with "id", "old" and "new".');
  return request as Record<string, unknown>;
}

/** A path, or a document given inline: an object, or the text of one. */
function side(value: unknown, name: string): LoadedConnector {
  if (typeof value === "string") {
    const inline = /^\s*\{/.test(value) || value.includes("\n");
    return inline ? document(value, name) : loadSide(value);
  }
  if (typeof value === "object" && value !== null) return document(JSON.stringify(value, null, 2), name);
  throw new UsageError(`"${name}" is neither a path nor a document.`);
}

/** The family of an inline document is known by its content; apiProperties alone are compared with their like. */
function document(text: string, name: string): LoadedConnector {
  const json = /^\s*\{/.test(text);
  const swagger = familyByContent(text) === "powerplatform";
  const definition = familyByContent(text) === "definition" && !swagger;
  const file = definition
    ? `${name}.connector.${json ? "json" : "yaml"}`
    : /^\s*\{\s*(?:"\$schema"[^,]*,\s*)?"properties"\s*:/.test(text)
      ? `${name}/apiProperties.json`
      : json
        ? `${name}/apiDefinition.swagger.json`
        : `${name}.connector.yaml`;
  return { path: file, files: [{ path: file, text }], folder: false };
}
