import type { RenameParams } from "vscode-languageserver";
import type { WorkspaceEdit } from "vscode-languageserver-types";
import { mentionAt, mentionsIn } from "../../core/names/mentions.ts";
import { renameAll, whyFixed } from "../../core/names/rename.ts";
import { linesOf, toWorkspaceEdit } from "../convert.ts";
import { defineFeature, locate, Refusal } from "../feature.ts";

/** Another name for an operation, a shared thing or a parameter, wherever it is used. What is published keeps its name. */
export default defineFeature<RenameParams>({
  name: "rename",
  capability: { renameProvider: { prepareProvider: true } },
  request: "textDocument/rename",
  async handle({ textDocument, position, newName }, services): Promise<WorkspaceEdit | null> {
    const located = await locate(services, textDocument.uri);
    if (!located) return null;
    const { entry, file } = located;
    const mentions = mentionsIn(entry.connector);
    const here = mentionAt(mentions, file, linesOf(file).offset(position));
    if (!here) return null;
    const fixed = whyFixed(here, entry.connector, entry.published);
    if (fixed) throw new Refusal(fixed);
    const result = renameAll(here, mentions, newName);
    if ("refused" in result) throw new Refusal(result.refused);
    return toWorkspaceEdit(result.edits, entry, services.workspace) ?? null;
  },
});
