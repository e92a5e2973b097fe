import type { DefinitionParams } from "vscode-languageserver";
import type { Location } from "vscode-languageserver-types";
import { mentionAt, mentionsIn, mentionsOf } from "../../core/names/mentions.ts";
import { linesOf, toRange } from "../convert.ts";
import { defineFeature, locate } from "../feature.ts";

/** From the use of a name to where the named thing stands. */
export default defineFeature<DefinitionParams>({
  name: "go to definition",
  capability: { definitionProvider: true },
  request: "textDocument/definition",
  async handle({ textDocument, position }, services): Promise<Location[]> {
    const located = await locate(services, textDocument.uri);
    if (!located) return [];
    const mentions = mentionsIn(located.entry.connector);
    const here = mentionAt(mentions, located.file, linesOf(located.file).offset(position));
    if (!here) return [];
    return mentionsOf(mentions, here)
      .filter(({ declares }) => declares)
      .map(({ place }) => ({ uri: services.workspace.uriOf(located.entry, place.file), range: toRange(place) }));
  },
});
