import type { ColorPresentationParams } from "vscode-languageserver";
import type { ColorPresentation } from "vscode-languageserver-types";
import { printColor } from "../colors.ts";
import { defineFeature, locate } from "../feature.ts";

/** How a picked colour is written: as the file writes its texts. */
export default defineFeature<ColorPresentationParams>({
  name: "colour presentation",
  capability: {},
  request: "textDocument/colorPresentation",
  async handle({ textDocument, color, range }, services): Promise<ColorPresentation[]> {
    const located = await locate(services, textDocument.uri);
    if (!located) return [];
    const label = printColor(color);
    return [{ label, textEdit: { range, newText: `"${label}"` } }];
  },
});
