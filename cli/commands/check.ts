import { checkConnector, examineConnector, termsOf } from "../../core/checklist/check.ts";
import { findingsSince } from "../../core/checklist/since.ts";
import type { CheckOptions } from "../../core/checklist/types.ts";
import { readConnector } from "../../core/model/read.ts";
import { changeFindings } from "../../core/remedy/findings.ts";
import { isMajorStep, versionFinding, withVersion } from "../../core/remedy/version.ts";
import { compareConnectors } from "../../core/versioning/compare.ts";
import { mergeVerdicts } from "../../core/versioning/merge.ts";
import { loadBaseline, onlyChanged, type Registry } from "../baseline.ts";
import { type Command, oneOf, parseArgs, UsageError } from "../command.ts";
import { type LoadedConnector, loadConnectors } from "../input.ts";
import { toGithub } from "../output/github.ts";
import { toJunit } from "../output/junit.ts";
import { type CheckReport, type ConnectorReport, toReport } from "../output/report.ts";
import { toSarif } from "../output/sarif.ts";
import { toText } from "../output/text.ts";
import { readPullRequest } from "../pull-request.ts";
import { connectRegistry, registryUrl } from "../registry.ts";

const FORMATS = ["text", "json", "sarif", "junit", "github"] as const;

const check: Command = {
  name: "check",
  summary: "Check connectors against the publication checklist.",
  usage: `patchbay check PATH… [--profile custom|certified|independent|auto] [--scope enterprise|global]
                     [--format text|json|sarif|junit|github] [--complete]
                     [--pull-request EVENT]
                     [--baseline registry|git:REF|PATH] [--only-new] [--changed-since REF] [--registry URL]

--baseline compares with an earlier state: what breaks callers is a finding, and so is a number that was not raised far enough.
--only-new leaves out findings that the baseline has too.
--changed-since checks only connectors with files that differ from a git revision, compared with that revision if no baseline is named.
--complete says that the folders are all there is: an icon or a script that is not there is missing.
--pull-request looks at the pull request, too: the file with the event that GitHub gives an action ($GITHUB_EVENT_PATH).
Settings, waivers included, are taken from .patchbay.yaml beside each connector and above it.
Folders are searched for connectors; a file is checked alone.
Exit code: 0 no errors, 1 findings of severity error, 2 wrong use or nothing to check.`,
  async run(args, io) {
    const parsed = parseArgs(
      args,
      ["profile", "scope", "format", "baseline", "changed-since", "registry", "pull-request"],
      ["complete", "only-new"],
    );
    const profile = oneOf(parsed, "profile", ["auto", "custom", "certified", "independent"] as const, "auto");
    const scope = parsed.options.has("scope")
      ? oneOf(parsed, "scope", ["enterprise", "global"] as const, "enterprise")
      : undefined;
    const format = oneOf(parsed, "format", FORMATS, "text");
    if (!parsed.positional.length)
      throw new UsageError("Name a file or a folder to check, for example: patchbay check .");
    const { report, unreadable, notes } = await checkPaths(
      parsed.positional,
      {
        today: io.today,
        profile,
        complete: parsed.flags.has("complete"),
        ...(scope && { scope }),
      },
      {
        spec: parsed.options.get("baseline"),
        onlyNew: parsed.flags.has("only-new"),
        changedSince: parsed.options.get("changed-since"),
        pullRequest: parsed.options.get("pull-request"),
        registry: () =>
          connectRegistry(registryUrl(parsed.options.get("registry"), io), io, "Comparing with what is published"),
      },
    );
    io.stdout(print(report, format));
    for (const sentence of [...notes, ...unreadable]) io.stderr(`${sentence}\n`);
    return unreadable.length ? 2 : report.summary.error ? 1 : 0;
  },
};
export default check;

/** What connectors are compared with, as the options say. */
interface Comparing {
  readonly spec: string | undefined;
  readonly onlyNew: boolean;
  readonly changedSince: string | undefined;
  readonly registry: Registry;
  /** The file with the event of a pull request. */
  readonly pullRequest: string | undefined;
}

/** Checks everything below the paths, one connector at a time, so that memory follows the largest and not the sum. */
async function checkPaths(
  paths: readonly string[],
  options: CheckOptions,
  comparing: Comparing,
): Promise<{ report: CheckReport; unreadable: readonly string[]; notes: ReadonlySet<string> }> {
  const { connectors, unreadable } = loadConnectors(paths, comparing.pullRequest !== undefined);
  if (!connectors.length && !unreadable.length)
    throw new UsageError(
      `There is no connector in ${paths.join(", ")}. A connector is a *.connector.yaml file or a folder with apiDefinition.swagger.json.`,
    );
  const notes = new Set<string>();
  const report: CheckReport = { connectors: [], summary: { error: 0, warning: 0, info: 0, hint: 0, waived: 0 } };
  const changed = await onlyChanged(connectors, comparing.changedSince);
  const event = comparing.pullRequest === undefined ? [] : [await readPullRequest(comparing.pullRequest, changed)];
  for (const loaded of changed) {
    const entry = await checkOne({ ...loaded, files: [...loaded.files, ...event] }, options, comparing, notes);
    report.summary.waived += entry.waived.length;
    report.connectors.push(entry);
    for (const finding of entry.findings) report.summary[finding.severity]++;
  }
  return { report, unreadable, notes };
}

async function checkOne(
  loaded: LoadedConnector,
  options: CheckOptions,
  comparing: Comparing,
  notes: Set<string>,
): Promise<ConnectorReport> {
  const { path, files, folder } = loaded;
  const connector = readConnector(files, { folder });
  const terms = termsOf(connector, options);
  const spec = specFor(terms.project.baseline, comparing);
  const onlyNew = comparing.onlyNew || (terms.project.onlyNew && spec !== "");
  if (terms.project.onlyNew && !onlyNew)
    notes.add(
      "Settings ask for new findings only, compared with what is published. That is asked for with --baseline registry; here all findings are shown.",
    );
  if (comparing.onlyNew && !spec)
    throw new UsageError(
      "Which findings are new hangs on the baseline: name one, for example --baseline git:main or --baseline ../published.",
    );
  const baseline = spec ? await loadBaseline(spec, loaded, comparing.registry) : undefined;
  const compared = (baseline?.sides ?? []).map(({ name, before }) => {
    return { name, before, verdict: compareConnectors(before, connector, { today: options.today }) };
  });
  const [first] = compared;
  const numbers = first && { name: first.name, versions: baseline?.versions ?? [] };
  const besides = numbers && changeFindings(compared, connector, isMajorStep(connector, numbers));
  const { findings: all, waived } = examineConnector(connector, { ...options, ...(besides && { besides }) });
  const verdict = compared.length ? mergeVerdicts(compared.map((each) => each.verdict)) : undefined;
  const findings = onlyNew
    ? findingsSince(all, first ? checkConnector(first.before, { ...options, profile: terms.profile }) : [])
    : all;
  const version = numbers && verdict && versionFinding(connector, numbers, verdict);
  const named = numbers && verdict && { baseline: numbers.name, bump: verdict.bump, changes: verdict.changes.length };
  return toReport(path, connector, terms.profile, withVersion(findings, version), waived, named);
}

/** What is compared with: what the command line says, else what the settings say; what is published only where that was asked for. */
function specFor(settings: string, { spec, changedSince }: Comparing): string {
  const inRegistry = ["published", "all", "in-use"].includes(settings);
  if (spec === "registry") return inRegistry ? settings : "published";
  if (spec !== undefined) return spec;
  if (changedSince !== undefined) return `git:${changedSince}`;
  return inRegistry ? "" : settings;
}

function print(report: CheckReport, format: (typeof FORMATS)[number]): string {
  switch (format) {
    case "json":
      return `${JSON.stringify(report, null, 2)}\n`;
    case "sarif":
      return toSarif(report);
    case "junit":
      return toJunit(report);
    case "github":
      return toGithub(report);
    default:
      return toText(report);
  }
}
