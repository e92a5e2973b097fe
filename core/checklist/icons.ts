import { type PngFacts, pngFacts } from "../model/image.ts";
import type { SourceFile } from "../syntax/source.ts";
import type { Entity } from "./entities.ts";

/** The icon that an entity is, with what its bytes say; `undefined` for other files, and for icons of which only the name is known. */
export function iconOf({
  file,
}: Entity): { readonly file: SourceFile; readonly png: PngFacts | undefined } | undefined {
  if (file.role !== "icon" || !file.text || !/\.png$/i.test(file.path)) return undefined;
  return { file, png: pngFacts(file.text) };
}
