import type { CodeLens, CodeLensParams } from "vscode-languageserver";
import { showChangesCommand } from "../../core/api/language.ts";
import { toRange } from "../convert.ts";
import { defineFeature, locate } from "../feature.ts";
import { infoOf } from "../info.ts";

/** Above the connector's name: what is published, and which bump the change needs. A click lists the reasons. */
export default defineFeature<CodeLensParams>({
  name: "code lens",
  capability: { codeLensProvider: {} },
  request: "textDocument/codeLens",
  async handle({ textDocument }, services): Promise<CodeLens[]> {
    await services.workspace.checked(textDocument.uri);
    const located = await locate(services, textDocument.uri);
    if (!located || located.file !== located.entry.connector.main) return [];
    const { entry } = located;
    const title = entry.connector.title.exists ? entry.connector.title.keyPlace : entry.connector.root.keyPlace;
    const info = infoOf(services.workspace, entry);
    const { verdict } = info;
    const blockers = entry.findings.filter(({ severity }) => severity === "error").length;
    let text: string;
    if (!verdict)
      text = blockers
        ? `Not published yet · ${blockers} thing${blockers === 1 ? " blocks" : "s block"} publishing`
        : `Not published yet · ready to publish as ${info.next}`;
    else {
      const reasons = verdict.changes.filter((change) => change.bump === verdict.bump).length;
      const used = verdict.enterprises
        ? ` · ${verdict.enterprises} enterprise${verdict.enterprises === 1 ? "" : "s"}`
        : "";
      text = `${verdict.baseline} ${verdict.baseline_state}${used} · ${verdict.bump === "none" ? "no change" : `this change needs: ${verdict.bump} (${reasons} reason${reasons === 1 ? "" : "s"})`}`;
    }
    return [
      { range: toRange(title), command: { title: text, command: showChangesCommand, arguments: [textDocument.uri] } },
    ];
  },
});
