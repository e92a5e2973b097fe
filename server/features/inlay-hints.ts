import type { InlayHintParams } from "vscode-languageserver";
import type { InlayHint } from "vscode-languageserver-types";
import type { Connector } from "../../core/model/connector.ts";
import type { Item } from "../../core/syntax/item.ts";
import { linesOf } from "../convert.ts";
import { defineFeature, locate } from "../feature.ts";

/** A text with a limit. */
interface Limited {
  readonly item: Item;
  readonly least: number;
  readonly most: number;
}
/** From this share of its limit on, the length of a text is shown. */
const NEAR = 0.8;

/** How long a text is, where its limit is near or passed. */
export default defineFeature<InlayHintParams>({
  name: "lengths",
  capability: { inlayHintProvider: true },
  request: "textDocument/inlayHint",
  async handle({ textDocument, range }, services): Promise<InlayHint[]> {
    const located = await locate(services, textDocument.uri);
    if (!located || located.entry.profile === "custom") return [];
    const { entry, file } = located;
    const lines = linesOf(file);
    const [from, to] = [lines.offset(range.start), lines.offset(range.end)];
    return limitedTexts(entry.connector).flatMap(({ item, least, most }) => {
      const length = item.string?.length ?? 0;
      const { file: own, end } = item.place;
      if (own !== file || end < from || end > to || !length || (length >= least && length < most * NEAR)) return [];
      const limit = length < least ? `at least ${least}` : `at most ${most}`;
      return [{ position: lines.position(end), label: `${length} of ${limit}`, paddingLeft: true }];
    });
  },
});

function limitedTexts({ family, title, description, operations }: Connector): Limited[] {
  if (family !== "powerplatform") return [];
  const texts: Limited[] = [
    { item: title, least: 1, most: 30 },
    { item: description, least: 30, most: 500 },
  ];
  for (const { summary, parameters } of operations) {
    texts.push({ item: summary, least: 1, most: 80 });
    for (const parameter of parameters) texts.push({ item: parameter.summary, least: 1, most: 80 });
  }
  return texts;
}
