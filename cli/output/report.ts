import type { Finding, Profile, Severity } from "../../core/checklist/types.ts";
import { ruleUrl } from "../../core/links.ts";
import type { Connector } from "../../core/model/connector.ts";
import { Lines, type Range } from "../../core/syntax/lines.ts";

/** The stable shape of `check --format json`. */
export interface CheckReport {
  connectors: ConnectorReport[];
  summary: Record<Severity, number>;
}
export interface ConnectorReport {
  path: string;
  family: "definition" | "powerplatform";
  profile: Profile;
  findings: FindingReport[];
}
export interface FindingReport {
  rule: string;
  severity: Severity;
  message: string;
  file: string;
  range: Range;
  pointer: string;
  codes: readonly string[];
  url: string;
}

/** Turns findings into the report of one connector; positions are LSP positions. Sorted by file and position. */
export function toReport(
  path: string,
  connector: Connector,
  profile: Profile,
  findings: readonly Finding[],
): ConnectorReport {
  const lines = new Map<string, Lines>();
  const list = findings.map((finding): FindingReport => {
    const { file } = finding.place;
    let index = lines.get(file.path);
    if (!index) {
      index = new Lines(file.text);
      lines.set(file.path, index);
    }
    return {
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      file: file.path,
      range: index.range(finding.place.start, finding.place.end),
      pointer: finding.place.pointer,
      codes: finding.codes,
      url: ruleUrl(finding.rule),
    };
  });
  list.sort((a, b) =>
    a.file < b.file
      ? -1
      : a.file > b.file
        ? 1
        : a.range.start.line - b.range.start.line ||
          a.range.start.character - b.range.start.character ||
          (a.rule < b.rule ? -1 : 1),
  );
  return { path, family: connector.family, profile, findings: list };
}
