import type { Connector } from "../model/connector.ts";
import type { SourceFile } from "../syntax/source.ts";
import { SYNTAX_RULE } from "./syntax.ts";
import type { Finding } from "./types.ts";

/** The order of findings: by file, position, rule and message. */
export class FindingOrder {
  private readonly ranks: ReadonlyMap<SourceFile, number>;

  constructor({ files }: Connector) {
    this.ranks = new Map(files.map((file, rank) => [file, rank]));
  }

  compare(one: Finding, other: Finding): number {
    const [a, b] = [one.place, other.place];
    return (
      (this.ranks.get(a.file) ?? 0) - (this.ranks.get(b.file) ?? 0) ||
      a.start - b.start ||
      byText(one.rule, other.rule) ||
      byText(one.message, other.message) ||
      a.end - b.end
    );
  }
}

function byText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/**
 * Findings that were sorted as they are shown: each place once per rule and message, and none within what a syntax error cuts
 * short, because a value that is cut short is not the value that was meant.
 */
export function shownFindings(sorted: readonly Finding[]): Finding[] {
  const broken = sorted
    .filter(({ rule, severity }) => rule === SYNTAX_RULE && severity === "error")
    .map(({ place }) => place);
  const shown: Finding[] = [];
  let before: Finding | undefined;
  for (const finding of sorted) {
    const repeated = before !== undefined && isSame(before, finding);
    before = finding;
    if (finding.rule !== SYNTAX_RULE) {
      if (repeated) continue;
      const { file, start, end } = finding.place;
      if (broken.some((at) => at.file === file && at.start < end && start < at.end)) continue;
    }
    shown.push(finding);
  }
  return shown;
}

function isSame(one: Finding, other: Finding): boolean {
  return (
    one.rule === other.rule &&
    one.message === other.message &&
    one.place.file === other.place.file &&
    one.place.start === other.place.start &&
    one.place.end === other.place.end
  );
}
