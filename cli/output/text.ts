import type { CheckReport } from "./report.ts";

/** Findings for a terminal: `file:line:column severity message (rule)`, lines and columns from 1 as editors show them. */
export function toText(report: CheckReport): string {
  const lines: string[] = [];
  for (const connector of report.connectors) {
    for (const { file, range, severity, message, rule } of connector.findings)
      lines.push(`${file}:${range.start.line + 1}:${range.start.character + 1} ${severity} ${message} (${rule})`);
    const { verdict } = connector;
    if (verdict)
      lines.push(
        verdict.bump === "none"
          ? `${connector.path}: nothing that needs a new version since ${verdict.baseline}.`
          : `${connector.path}: the changes since ${verdict.baseline} need ${verdict.bump} (${verdict.changes} change${verdict.changes === 1 ? "" : "s"}).`,
      );
  }
  const { error, warning, info, hint, waived } = report.summary;
  const count = report.connectors.length;
  lines.push(
    `${count} connector${count === 1 ? "" : "s"}: ${error} errors, ${warning} warnings, ${info} infos, ${hint} hints${waived ? `, ${waived} waived` : ""}.`,
  );
  return `${lines.join("\n")}\n`;
}
