import type { Place, SourceFile } from "../syntax/source.ts";

/** A range of a file that is prose or a script and so has no tree. */
export function textPlace(file: SourceFile, start: number, end: number): Place {
  return { file, start, end, pointer: "" };
}

/** The first line of such a file, for what is missing in all of it. */
export function firstLine(file: SourceFile): Place {
  const end = file.text.search(/[\r\n]|$/);
  return textPlace(file, 0, Math.max(end, Math.min(1, file.text.length)));
}
