import type { CheckReport } from "./report.ts";

/** JUnit XML: a suite per connector, a failing case per error or warning, so that any CI can show them. */
export function toJunit(report: CheckReport): string {
  const suites = report.connectors.map((connector) => {
    const failing = connector.findings.filter(({ severity }) => severity === "error" || severity === "warning");
    const cases = failing.map(
      ({ rule, severity, message, file, range }) =>
        `    <testcase classname="${xml(rule)}" name="${xml(`${file}:${range.start.line + 1}:${range.start.character + 1}`)}">${severity === "error" ? `<failure type="${severity}" message="${xml(message)}"/>` : `<system-out>${xml(message)}</system-out>`}</testcase>`,
    );
    if (!cases.length) cases.push(`    <testcase classname="checklist" name="${xml(connector.path)}"/>`);
    const errors = failing.filter(({ severity }) => severity === "error").length;
    return `  <testsuite name="${xml(connector.path)}" tests="${cases.length}" failures="${errors}">\n${cases.join("\n")}\n  </testsuite>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="patchbay" failures="${report.summary.error}">\n${suites.join("\n")}\n</testsuites>\n`;
}
function xml(text: string): string {
  // Control characters have no place in XML 1.0, not even escaped.
  const clean = [...text].filter((char) => char >= " " || char === "\n" || char === "\t").join("");
  return clean.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
