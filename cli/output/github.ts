import { type CheckReport, plainPath } from "./report.ts";

/** Workflow commands of GitHub Actions: findings appear in the pull request at their lines. */
export function toGithub(report: CheckReport): string {
  const lines = report.connectors.flatMap((connector) =>
    connector.findings.map(({ file, range, severity, message, rule }) => {
      const kind = severity === "error" ? "error" : severity === "warning" ? "warning" : "notice";
      return `::${kind} file=${property(plainPath(file))},line=${range.start.line + 1},col=${range.start.character + 1},endLine=${range.end.line + 1},endColumn=${range.end.character + 1},title=${property(rule)}::${data(message)}`;
    }),
  );
  return lines.length ? `${lines.join("\n")}\n` : "";
}
function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
