import { createHash } from "node:crypto";
import path from "node:path";
import { type RegistryClient, wireFiles } from "../../core/api/client.ts";
import { digestText, versionDigest } from "../../core/api/digest.ts";
import { RegistryError } from "../../core/api/problems.ts";
import type { ConnectorInfo, PublishResult } from "../../core/api/types.ts";
import { type Connector, compareConnectors, readConnector, type Verdict } from "../../core/engine.ts";
import { migrationGuide } from "../../core/guide/migration.ts";
import { releaseNotes } from "../../core/guide/notes.ts";
import { coerce, firstVersion, next, parse, stepBetween } from "../../core/lifecycle/semver.ts";
import type { SourceInput } from "../../core/syntax/source.ts";
import { type Command, oneOf, type Parsed, parseArgs, UsageError } from "../command.ts";
import { loadSide, readText } from "../input.ts";
import { connectRegistry, defaultRegistry, inputsOf, registryUrl } from "../registry.ts";

const publishCommand: Command = {
  name: "publish",
  summary: "Publish a connector to a registry.",
  usage: `patchbay publish PATH [options]

  --registry URL              the registry (or PATCHBAY_REGISTRY; ${defaultRegistry} if absent)
  --namespace NAME            the enterprise to publish for (that of the token if absent)
  --scope enterprise|global   of a first version; enterprise if absent
  --bump patch|minor|major    raise the latest version by this step; what the file says, or what the changes need, if absent
  --notes FILE                release notes (those in the file, or drafted from the changes, if absent)
  --migration-guide FILE      migration guide of a major version (likewise); it has to name every major change
  --reason TEXT               why it is published for another enterprise
  --dry-run                   say what would happen, and publish nothing
  --format text|json

PATCHBAY_TOKEN has the token; that of a local registry is in .patchbay/registry/admin-token.
Exit codes: 0 published (or nothing new), 1 refused, 2 wrong use, unreadable input or a registry that does not answer.`,
  async run(args, io) {
    const parsed = parseArgs(
      args,
      ["registry", "namespace", "scope", "bump", "notes", "migration-guide", "reason", "format"],
      ["dry-run"],
    );
    const json = oneOf(parsed, "format", ["text", "json"] as const, "text") === "json";
    const [given, ...more] = parsed.positional;
    if (given === undefined || more.length > 0)
      throw new UsageError("patchbay publish takes exactly one path: a file or a folder.");
    const source = readSource(given);
    const texts = {
      notes: parsed.options.has("notes") ? readText(parsed.options.get("notes")!) : undefined,
      guide: parsed.options.has("migration-guide") ? readText(parsed.options.get("migration-guide")!) : undefined,
    };
    const baseUrl = registryUrl(parsed.options.get("registry"), io);
    const client = connectRegistry(baseUrl, io, "Publishing");
    try {
      const result = await publish(client, source, parsed, texts, io.today);
      io.stdout(json ? `${JSON.stringify(report(result), null, 2)}\n` : successText(result, baseUrl));
      return 0;
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      const refused =
        error.status >= 400 && error.status < 500 && error.code !== "unauthenticated" && error.code !== "unexpected";
      if (json) io.stdout(`${JSON.stringify(refusal(error, parsed), null, 2)}\n`);
      io.stderr(refusalText(error));
      return refused ? 1 : 2;
    }
  },
};
export default publishCommand;

interface Source {
  files: SourceInput[];
  connector: Connector;
  slug: string;
}

/** The connector's files with paths relative to its folder, so that the same folder gives the same version anywhere. */
function readSource(given: string): Source {
  const side = loadSide(given);
  const base = commonFolder(side.files.map((file) => file.path));
  const files = side.files.map((file) => ({
    ...file,
    path: path.posix.relative(base, file.path) || path.posix.basename(file.path),
  }));
  // The name of the folder may give the slug, so the slug is read before the folder is cut off.
  const absolute = side.files.map((file) => ({ ...file, path: path.resolve(file.path).split(path.sep).join("/") }));
  const slug = readConnector(absolute).slugText;
  if (slug === "") throw new UsageError(`${given} has no slug. Give it one: slug: my-connector.`);
  return { files, connector: readConnector(files), slug };
}

function commonFolder(paths: readonly string[]): string {
  const [first = [], ...rest] = paths.map((file) => path.posix.dirname(file).split("/"));
  let length = first.length;
  for (const parts of rest) {
    let same = 0;
    while (same < length && parts[same] === first[same]) same++;
    length = same;
  }
  return first.slice(0, length).join("/") || (paths[0]?.startsWith("/") ? "/" : ".");
}

async function publish(
  client: RegistryClient,
  { files, connector, slug }: Source,
  { options, flags }: Parsed,
  texts: { notes: string | undefined; guide: string | undefined },
  today: string,
): Promise<PublishResult> {
  const scope = options.has("scope")
    ? oneOf({ options, flags, positional: [] }, "scope", ["enterprise", "global"] as const, "enterprise")
    : undefined;
  const bump = options.has("bump")
    ? oneOf({ options, flags, positional: [] }, "bump", ["patch", "minor", "major"] as const, "patch")
    : undefined;
  const namespace = options.get("namespace") ?? (await client.whoami()).enterprise;
  const id = `${namespace}/${slug}`;
  const latest = await client.findConnector(id);
  const before = latest && (await readLatest(client, latest));
  // By the core that the registry will ask, too.
  const verdict = before && compareConnectors(before, connector, { today });
  const version = bump
    ? next(latest?.latest_version, bump)
    : await chooseVersion(client, files, connector, latest, verdict);
  const from = latest && parse(latest.latest_version);
  const to = parse(version);
  const step = from && to && stepBetween(from, to);
  const reason = options.get("reason");
  // A definition may have both texts for this version itself; only what is missing everywhere is drafted.
  const written = connector.publication.path("releases", version);
  const notes =
    texts.notes ?? (step && verdict && !written.get("notes").exists ? releaseNotes(verdict, connector) : undefined);
  const guide =
    texts.guide ??
    (step === "major" && verdict && !written.get("migration_guide").exists
      ? migrationGuide({
          verdict,
          from: { version: latest.latest_version, connector: before },
          to: { version, connector },
          today,
          // Who may publish may not everywhere see who uses it; the guide is as good without the numbers.
          usage: await client.getUsage(id).catch(() => undefined),
        })
      : undefined);
  return client.publish(
    id,
    version,
    {
      files: wireFiles(files),
      ...(scope && { scope }),
      ...(notes !== undefined && { notes }),
      ...(guide !== undefined && { migration_guide: guide }),
      ...(reason !== undefined && { reason }),
    },
    { dryRun: flags.has("dry-run") },
  );
}

async function readLatest(client: RegistryClient, latest: ConnectorInfo): Promise<Connector> {
  const { files } = await client.getContent(latest.id, latest.latest_version);
  return readConnector(inputsOf(files));
}

/** A definition says its number itself. Power Platform files rarely raise theirs, so there the changes decide. */
async function chooseVersion(
  client: RegistryClient,
  files: readonly SourceInput[],
  connector: Connector,
  latest: ConnectorInfo | undefined,
  verdict: Verdict | undefined,
): Promise<string> {
  const written = connector.family === "definition" ? coerce(connector.versionText)?.text : undefined;
  if (written !== undefined) return written;
  if (!latest) return firstVersion;
  const { digest } = await client.getVersion(latest.id, latest.latest_version);
  return digest === digestOf(files) ? latest.latest_version : next(latest.latest_version, verdict?.bump ?? "none");
}

function digestOf(files: readonly SourceInput[]): string {
  const hash = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");
  const described = files.map(({ path: file, text, bytes }) => {
    const content = bytes ?? Buffer.from(text, "utf8");
    return { path: file, digest: digestText(hash(content)), size: content.length };
  });
  return versionDigest(described, hash);
}

function report(result: PublishResult) {
  const { connector, version, verdict } = result;
  return {
    published: result.created,
    dry_run: result.dry_run,
    connector: connector.id,
    version: version.version,
    reference: version.reference,
    scope: connector.scope,
    digest: version.digest,
    bump: version.bump,
    required_bump: version.required_bump,
    findings: verdict.findings,
    changes: verdict.changes,
    error: null,
  };
}

function successText({ created, dry_run, connector, version }: PublishResult, baseUrl: string): string {
  const step = version.bump
    ? ` (${version.bump}; the changes need ${version.required_bump ?? "none"})`
    : " (first version)";
  const where = `${connector.scope} scope at ${baseUrl}`;
  if (dry_run) return `${version.reference} would be published${step}, ${where}. Nothing was published.\n`;
  if (created) return `Published ${version.reference}${step}, ${where}.\n`;
  return `${version.reference} is published already with the same content; nothing changed.\n`;
}

function refusal(error: RegistryError, { flags }: Parsed) {
  const { problem } = error;
  return {
    published: false,
    dry_run: flags.has("dry-run"),
    findings: problem?.findings ?? [],
    changes: problem?.changes ?? [],
    error: {
      code: error.code,
      status: error.status,
      message: error.message,
      ...(problem?.required !== undefined && { required: problem.required }),
      ...(problem?.proposed !== undefined && { proposed: problem.proposed }),
      ...(problem?.expected_version !== undefined && { expected_version: problem.expected_version }),
    },
  };
}

function refusalText(error: RegistryError): string {
  const lines = [error.message];
  for (const { file, range, severity, message, rule } of error.problem?.findings ?? [])
    if (severity === "error")
      lines.push(`${file}:${range.start.line + 1}:${range.start.character + 1} ${severity} ${message} (${rule})`);
  if (error.code === "guide-incomplete")
    for (const { detail } of error.problem?.errors ?? []) if (!error.message.includes(detail)) lines.push(detail);
  const { required, changes = [] } = error.problem ?? {};
  for (const { bump, message, id } of changes) if (bump === required) lines.push(`${bump}: ${message} (${id})`);
  return `${lines.join("\n")}\n`;
}
