import type { Finding } from "./types.ts";

/**
 * Findings that were not there before. The same finding may have moved, so it is known by its rule, its words and what it is
 * about, and not by its line; of several that are alike as many are old as there were.
 */
export function findingsSince(findings: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
  const known = new Map<string, number>();
  for (const finding of before) {
    const mark = markOf(finding);
    known.set(mark, (known.get(mark) ?? 0) + 1);
  }
  return findings.filter((finding) => {
    const mark = markOf(finding);
    const left = known.get(mark) ?? 0;
    if (left) known.set(mark, left - 1);
    return !left;
  });
}

function markOf({ rule, message, place: { file, pointer } }: Finding): string {
  // Items of a list move when one is put in before them.
  return `${rule}\n${file.role}\n${pointer.replace(/\/\d+(?=\/|$)/g, "/")}\n${message}`;
}
