import type { ReferenceParams } from "vscode-languageserver";
import type { Location } from "vscode-languageserver-types";
import { mentionAt, mentionsIn, mentionsOf } from "../../core/names/mentions.ts";
import { linesOf, toRange } from "../convert.ts";
import { defineFeature, locate } from "../feature.ts";

/** All uses of a name, in the definition and in the properties. */
export default defineFeature<ReferenceParams>({
  name: "references",
  capability: { referencesProvider: true },
  request: "textDocument/references",
  async handle({ textDocument, position, context }, services): Promise<Location[]> {
    const located = await locate(services, textDocument.uri);
    if (!located) return [];
    const mentions = mentionsIn(located.entry.connector);
    const here = mentionAt(mentions, located.file, linesOf(located.file).offset(position));
    if (!here) return [];
    return mentionsOf(mentions, here)
      .filter(({ declares }) => context.includeDeclaration || !declares)
      .map(({ place }) => ({ uri: services.workspace.uriOf(located.entry, place.file), range: toRange(place) }));
  },
});
