import { checkConnector, examineConnector } from "../../core/checklist/check.ts";
import { findingsSince } from "../../core/checklist/since.ts";
import type { CheckOptions, Finding } from "../../core/checklist/types.ts";
import { readConnector } from "../../core/model/read.ts";
import { loadBaseline } from "../baseline.ts";
import { type Command, oneOf, parseArgs, UsageError } from "../command.ts";
import { type LoadedConnector, loadConnectors } from "../input.ts";
import { toGithub } from "../output/github.ts";
import { toJunit } from "../output/junit.ts";
import { type CheckReport, toReport } from "../output/report.ts";
import { toSarif } from "../output/sarif.ts";
import { toText } from "../output/text.ts";

const FORMATS = ["text", "json", "sarif", "junit", "github"] as const;

const check: Command = {
  name: "check",
  summary: "Check connectors against the publication checklist.",
  usage: `patchbay check PATH… [--profile custom|certified|independent|auto] [--scope enterprise|global]
                     [--format text|json|sarif|junit|github] [--complete]
                     [--only-new] [--baseline git:REF|PATH]

--only-new leaves out findings that the baseline has too: a git revision, or another file or folder.
--complete says that the folders are all there is: an icon or a script that is not there is missing.
Settings, waivers included, are taken from .patchbay.yaml beside each connector and above it.
Folders are searched for connectors; a file is checked alone.
Exit code: 0 no errors, 1 findings of severity error, 2 wrong use or nothing to check.`,
  async run(args, io) {
    const parsed = parseArgs(args, ["profile", "scope", "format", "baseline"], ["complete", "only-new"]);
    const profile = oneOf(parsed, "profile", ["auto", "custom", "certified", "independent"] as const, "auto");
    const scope = parsed.options.has("scope")
      ? oneOf(parsed, "scope", ["enterprise", "global"] as const, "enterprise")
      : undefined;
    const format = oneOf(parsed, "format", FORMATS, "text");
    if (!parsed.positional.length)
      throw new UsageError("Name a file or a folder to check, for example: patchbay check .");
    const { report, unreadable, notes } = checkPaths(
      parsed.positional,
      {
        today: io.today,
        profile,
        complete: parsed.flags.has("complete"),
        ...(scope && { scope }),
      },
      { spec: parsed.options.get("baseline"), onlyNew: parsed.flags.has("only-new") },
    );
    io.stdout(print(report, format));
    for (const sentence of [...notes, ...unreadable]) io.stderr(`${sentence}\n`);
    return unreadable.length ? 2 : report.summary.error ? 1 : 0;
  },
};
export default check;

/** Checks everything below the paths, one connector at a time, so that memory follows the largest and not the sum. */
function checkPaths(
  paths: readonly string[],
  options: CheckOptions,
  baseline: { readonly spec: string | undefined; readonly onlyNew: boolean },
): { report: CheckReport; unreadable: readonly string[]; notes: ReadonlySet<string> } {
  const { connectors, unreadable } = loadConnectors(paths);
  if (!connectors.length && !unreadable.length)
    throw new UsageError(
      `There is no connector in ${paths.join(", ")}. A connector is a *.connector.yaml file or a folder with apiDefinition.swagger.json.`,
    );
  const notes = new Set<string>();
  const report: CheckReport = { connectors: [], summary: { error: 0, warning: 0, info: 0, hint: 0, waived: 0 } };
  for (const loaded of connectors) {
    const { path, files, folder } = loaded;
    const connector = readConnector(files, { folder });
    const { findings: all, waived, profile, project } = examineConnector(connector, options);
    const spec = baseline.spec ?? (project.baseline === "published" ? "" : project.baseline);
    const onlyNew = baseline.onlyNew || (project.onlyNew && spec !== "");
    if (project.onlyNew && !onlyNew)
      notes.add(
        "Settings ask for new findings only, compared with what is published. That is not known here, so all are shown; --baseline git:REF names something to compare with.",
      );
    const findings = onlyNew ? findingsSince(all, findingsBefore(loaded, { ...options, profile }, spec)) : all;
    const entry = toReport(path, connector, profile, findings, waived);
    report.summary.waived += entry.waived.length;
    report.connectors.push(entry);
    for (const finding of entry.findings) report.summary[finding.severity]++;
  }
  return { report, unreadable, notes };
}

/** Findings of an earlier state; none where there was no connector then. */
function findingsBefore(loaded: LoadedConnector, options: CheckOptions, spec: string): readonly Finding[] {
  if (!spec)
    throw new UsageError(
      "Which findings are new hangs on the baseline: name one, for example --baseline git:main or --baseline ../published.",
    );
  const before = loadBaseline(spec, loaded);
  if (!before) return [];
  return checkConnector(readConnector(before.files, { folder: before.folder }), options);
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
