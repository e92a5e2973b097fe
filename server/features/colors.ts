import type { DocumentColorParams } from "vscode-languageserver";
import type { ColorInformation } from "vscode-languageserver-types";
import { brandColors, parseColor } from "../colors.ts";
import { toRange } from "../convert.ts";
import { defineFeature, locate } from "../feature.ts";

/** The brand colour, shown and picked where it is written. */
export default defineFeature<DocumentColorParams>({
  name: "colours",
  capability: { colorProvider: true },
  request: "textDocument/documentColor",
  async handle({ textDocument }, services): Promise<ColorInformation[]> {
    const located = await locate(services, textDocument.uri);
    if (!located) return [];
    return brandColors(located.file).flatMap((item) => {
      const color = parseColor(item.string ?? "");
      return color ? [{ color, range: toRange(item.place) }] : [];
    });
  },
});
