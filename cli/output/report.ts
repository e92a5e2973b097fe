import type { Finding, Profile, Severity } from "../../core/checklist/types.ts";
import type { Waived } from "../../core/checklist/waivers.ts";
import { ruleUrl } from "../../core/links.ts";
import type { Connector } from "../../core/model/connector.ts";
import { Lines, type Range } from "../../core/syntax/lines.ts";
import type { Bump } from "../../core/versioning/types.ts";

/** The stable shape of `check --format json`. */
export interface CheckReport {
  connectors: ConnectorReport[];
  summary: Record<Severity | "waived", number>;
}
export interface ConnectorReport {
  path: string;
  family: "definition" | "powerplatform";
  profile: Profile;
  findings: FindingReport[];
  /** Findings that somebody has decided to live with. */
  waived: WaivedReport[];
  /** What the changes since the baseline need; absent where there is none. */
  verdict?: VerdictReport | undefined;
}
export interface VerdictReport {
  baseline: string;
  bump: Bump;
  changes: number;
}
export interface WaivedReport extends FindingReport {
  reason: string;
  author: string;
  expires: string;
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

/** A path as services know it that compare it with those of the repository: `./` before it would be another file to them. */
export function plainPath(file: string): string {
  return file.replace(/^(?:\.\/)+/, "");
}

/** Turns findings into the report of one connector; positions are LSP positions. Sorted by file and position. */
export function toReport(
  path: string,
  connector: Connector,
  profile: Profile,
  findings: readonly Finding[],
  waived: readonly Waived[] = [],
  verdict?: VerdictReport,
): ConnectorReport {
  const lines = new Map<string, Lines>();
  const entry = (finding: Finding): FindingReport => {
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
  };
  return {
    path,
    family: connector.family,
    profile,
    findings: findings.map(entry).sort(byPlace),
    waived: waived
      .map(({ finding, waiver: { reason, author, expires } }) => ({ ...entry(finding), reason, author, expires }))
      .sort(byPlace),
    ...(verdict && { verdict }),
  };
}

function byPlace(a: FindingReport, b: FindingReport): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  const { start } = a.range;
  const other = b.range.start;
  return start.line - other.line || start.character - other.character || (a.rule < b.rule ? -1 : 1);
}
