import { checkConnector } from "../../core/checklist/check.ts";
import { detectProfile } from "../../core/checklist/profile.ts";
import type { Profile, Scope } from "../../core/checklist/types.ts";
import { readConnector } from "../../core/model/read.ts";
import { type Command, type Io, oneOf, parseArgs, UsageError } from "../command.ts";
import { loadConnectors } from "../input.ts";
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
                     [--format text|json|sarif|junit|github]

Folders are searched for connectors; a file is checked alone.
Exit code: 0 no errors, 1 findings of severity error, 2 wrong use or nothing to check.`,
  async run(args, io) {
    const parsed = parseArgs(args, ["profile", "scope", "format"], []);
    const profile = oneOf(parsed, "profile", ["auto", "custom", "certified", "independent"] as const, "auto");
    const scope = parsed.options.has("scope")
      ? oneOf(parsed, "scope", ["enterprise", "global"] as const, "enterprise")
      : undefined;
    const format = oneOf(parsed, "format", FORMATS, "text");
    if (!parsed.positional.length)
      throw new UsageError("Name a file or a folder to check, for example: patchbay check .");
    const { report, unreadable } = checkPaths(parsed.positional, profile, scope, io);
    io.stdout(print(report, format));
    for (const sentence of unreadable) io.stderr(`${sentence}\n`);
    return unreadable.length ? 2 : report.summary.error ? 1 : 0;
  },
};
export default check;

/** Checks everything below the paths, one connector at a time, so that memory follows the largest and not the sum. */
function checkPaths(
  paths: readonly string[],
  profile: Profile | "auto",
  scope: Scope | undefined,
  io: Io,
): { report: CheckReport; unreadable: readonly string[] } {
  const { connectors, unreadable } = loadConnectors(paths);
  if (!connectors.length && !unreadable.length)
    throw new UsageError(
      `There is no connector in ${paths.join(", ")}. A connector is a *.connector.yaml file or a folder with apiDefinition.swagger.json.`,
    );
  const report: CheckReport = { connectors: [], summary: { error: 0, warning: 0, info: 0, hint: 0 } };
  for (const { path, files, folder } of connectors) {
    const connector = readConnector(files, { folder });
    const findings = checkConnector(connector, { today: io.today, profile, ...(scope && { scope }) });
    const entry = toReport(path, connector, profile === "auto" ? detectProfile(connector) : profile, findings);
    report.connectors.push(entry);
    for (const finding of entry.findings) report.summary[finding.severity]++;
  }
  return { report, unreadable };
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
