import type { SourceInput, TextEdit } from "./source.ts";

/** The text after edits of it, given in any order. Edits that overlap are refused: what they would make is nobody's intention. */
export function applyToText(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => b.start - a.start || b.end - a.end);
  let result = text;
  let limit = Number.POSITIVE_INFINITY;
  for (const { path, start, end, newText } of sorted) {
    if (end > limit) throw new Error(`overlapping edits in ${path} at ${start}`);
    result = result.slice(0, start) + newText + result.slice(end);
    limit = start;
  }
  return result;
}

/** The files after edits of them; files that no edit names stay the same objects. */
export function applyEdits<T extends SourceInput>(files: readonly T[], edits: readonly TextEdit[]): SourceInput[] {
  return files.map((file) => {
    const own = edits.filter(({ path }) => path === file.path);
    return own.length ? { path: file.path, text: applyToText(file.text, own) } : file;
  });
}
