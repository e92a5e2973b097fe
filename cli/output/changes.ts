import { Lines, type Range } from "../../core/syntax/lines.ts";
import type { Place, SourceFile } from "../../core/syntax/source.ts";
import type { Bump, Change, Verdict } from "../../core/versioning/types.ts";

/** The stable shape of one change in `diff --format json`. */
export interface ChangeReport {
  id: string;
  bump: Bump;
  severity: string;
  entity: string;
  message: string;
  old: PlaceReport | null;
  new: PlaceReport | null;
  codes: readonly { message: string; valuePath: string }[];
}
export interface PlaceReport {
  file: string;
  pointer: string;
  range: Range;
}

/** Changes with positions instead of offsets. */
export function toChanges(verdict: Verdict): ChangeReport[] {
  const cache = new Map<SourceFile, Lines>();
  const place = (at: Place | undefined): PlaceReport | null => {
    if (!at) return null;
    let lines = cache.get(at.file);
    if (!lines) {
      lines = new Lines(at.file.text);
      cache.set(at.file, lines);
    }
    return { file: at.file.path, pointer: at.pointer, range: lines.range(at.start, at.end) };
  };
  return verdict.changes.map(({ id, bump, severity, entity, message, old, new: now, codes }) => ({
    id,
    bump,
    severity,
    entity,
    message,
    old: place(old),
    new: place(now),
    codes,
  }));
}

/** The verdict for a terminal. */
export function changesText(verdict: Verdict): string {
  const lines = toChanges(verdict).map((change) => {
    const at = change.new ?? change.old;
    return `${change.bump.padEnd(5)} ${change.message} (${change.id})${at ? `\n      ${at.file}:${at.range.start.line + 1}:${at.range.start.character + 1}` : ""}`;
  });
  lines.push(
    verdict.changes.length
      ? `Required bump: ${verdict.bump}, ${verdict.changes.length} change${verdict.changes.length === 1 ? "" : "s"}.`
      : "No difference: no new version is needed.",
  );
  return `${lines.join("\n")}\n`;
}

const TITLES: readonly (readonly [Bump, string])[] = [
  ["major", "Breaking changes"],
  ["minor", "Additions and changes to announce"],
  ["patch", "Fixes and texts"],
];

/** The verdict for people, grouped by weight and then by operation. */
export function changesMarkdown(verdict: Verdict): string {
  const parts = [`**Required bump: ${verdict.bump}**`];
  for (const [bump, title] of TITLES) {
    const changes = verdict.changes.filter((change) => change.bump === bump);
    if (!changes.length) continue;
    const groups = new Map<string, Change[]>();
    for (const change of changes)
      groups.set(change.operation ?? "", [...(groups.get(change.operation ?? "") ?? []), change]);
    const body = [...groups].map(
      ([operation, list]) =>
        `${operation ? `### ${operation}\n\n` : ""}${list.map((change) => `- ${change.message}`).join("\n")}`,
    );
    parts.push(`## ${title}\n\n${body.join("\n\n")}`);
  }
  if (!verdict.changes.length) parts.push("No difference.");
  return `${parts.join("\n\n")}\n`;
}
