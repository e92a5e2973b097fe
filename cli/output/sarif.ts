import { rules } from "../../core/checklist/generated.ts";
import { ruleUrl } from "../../core/links.ts";
import type { CheckReport } from "./report.ts";

/** SARIF 2.1.0, as code scanning services read it; lines and columns count from 1 there, in UTF-16 units. */
export function toSarif(report: CheckReport): string {
  const used = new Set(report.connectors.flatMap((connector) => connector.findings.map((finding) => finding.rule)));
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
        results: report.connectors.flatMap((connector) =>
          connector.findings.map((finding) => ({
            ruleId: finding.rule,
            level: finding.severity === "error" ? "error" : finding.severity === "warning" ? "warning" : "note",
            message: { text: finding.message },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: encodeURI(finding.file) },
                  region: {
                    startLine: finding.range.start.line + 1,
                    startColumn: finding.range.start.character + 1,
                    endLine: finding.range.end.line + 1,
                    endColumn: finding.range.end.character + 1,
                  },
                },
              },
            ],
          })),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
