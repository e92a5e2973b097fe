import { byOperation, shortMessage } from "../../core/guide/groups.ts";
import { literal } from "../../core/guide/markdown.ts";
import { ruleUrl } from "../../core/links.ts";
import { Lines, type Range } from "../../core/syntax/lines.ts";
import type { Place, SourceFile } from "../../core/syntax/source.ts";
import type { Bump, Verdict } from "../../core/versioning/types.ts";

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
  /** Where the kind of change is explained, below the folder of the product. */
  url: string;
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
    url: ruleUrl(id),
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

/** The verdict for people: by operation, those that break first, each change with the bump that it needs. */
export function changesMarkdown(verdict: Verdict): string {
  const parts = [`**Required bump: ${verdict.bump}**`];
  for (const { title, changes } of byOperation(verdict)) {
    const lines = changes.map((change) => `- **${change.bump}** ${literal(shortMessage(change))}`);
    parts.push(`## ${literal(title)}\n\n${[...new Set(lines)].join("\n")}`);
  }
  if (!verdict.changes.length) parts.push("No difference.");
  return `${parts.join("\n\n")}\n`;
}
