import { rules } from "../../core/checklist/generated.ts";
import { ruleUrl } from "../../core/links.ts";
import { type CheckReport, type FindingReport, plainPath } from "./report.ts";

/** SARIF 2.1.0, as code scanning services read it; lines and columns count from 1 there, in UTF-16 units. */
export function toSarif(report: CheckReport): string {
  const used = new Set(
    report.connectors.flatMap(({ findings, waived }) => [...findings, ...waived].map(({ rule }) => rule)),
  );
  const described = rules.filter((rule) => used.has(rule.id));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        columnKind: "utf16CodeUnits",
        tool: {
          driver: {
            name: "Patchbay",
            rules: [
              ...described.map((rule) => ({
                id: rule.id,
                shortDescription: { text: rule.summary },
                fullDescription: { text: rule.why },
                help: { text: `${rule.todo} See ${ruleUrl(rule.id)}.` },
              })),
              ...(used.has("syntax")
                ? [{ id: "syntax", shortDescription: { text: "The text is valid JSON or YAML." } }]
                : []),
            ],
          },
        },
        results: report.connectors.flatMap(({ findings, waived }) => [
          ...findings.map(toResult),
          ...waived.map((finding) => ({
            ...toResult(finding),
            suppressions: [
              { kind: "external", status: "accepted", justification: `${finding.reason} (${finding.author})` },
            ],
          })),
        ]),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toResult({ rule, severity, message, file, range: { start, end } }: FindingReport): object {
  return {
    ruleId: rule,
    level: severity === "error" ? "error" : severity === "warning" ? "warning" : "note",
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(plainPath(file)) },
          region: {
            startLine: start.line + 1,
            startColumn: start.character + 1,
            endLine: end.line + 1,
            endColumn: end.character + 1,
          },
        },
      },
    ],
  };
}
