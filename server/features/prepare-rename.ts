import type { PrepareRenameParams } from "vscode-languageserver";
import type { Range } from "vscode-languageserver-types";
import { mentionAt, mentionsIn } from "../../core/names/mentions.ts";
import { whyFixed } from "../../core/names/rename.ts";
import { linesOf, toRange } from "../convert.ts";
import { defineFeature, locate, Refusal } from "../feature.ts";

/** Whether what stands at the cursor has a name that can be changed; says so before anybody has typed another one. */
export default defineFeature<PrepareRenameParams>({
  name: "prepare rename",
  capability: {},
  request: "textDocument/prepareRename",
  async handle({ textDocument, position }, services): Promise<{ range: Range; placeholder: string } | null> {
    const located = await locate(services, textDocument.uri);
    if (!located) return null;
    const { entry, file } = located;
    const offset = linesOf(file).offset(position);
    const here = mentionAt(mentionsIn(entry.connector), file, offset);
    if (!here) return null;
    const fixed = whyFixed(here, entry.connector, entry.published);
    if (fixed) throw new Refusal(fixed);
    // An editor wants the cursor in what it shows, also where that is in what leads to the name.
    return {
      range: toRange(here.around && offset < here.place.start ? here.around : here.place),
      placeholder: here.name,
    };
  },
});
