import type { CodeActionParams } from "vscode-languageserver";
import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import { SYNTAX_RULE } from "../../core/checklist/syntax.ts";
import type { Finding } from "../../core/checklist/types.ts";
import { WAIVER_RULE } from "../../core/checklist/waivers.ts";
import type { TextEdit } from "../../core/syntax/source.ts";
import { linesOf, toDiagnostic, toRange, toRename, toWorkspaceEdit } from "../convert.ts";
import { defineFeature, locate } from "../feature.ts";

/** Quick fixes of the findings at the cursor, best first; then the same for every place of the rule in the file. */
export default defineFeature<CodeActionParams>({
  name: "code actions",
  capability: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },
  request: "textDocument/codeAction",
  async handle({ textDocument, range, context }, services): Promise<CodeAction[]> {
    await services.workspace.checked(textDocument.uri);
    const located = await locate(services, textDocument.uri);
    if (!located || (context.only && !context.only.some((kind) => CodeActionKind.QuickFix.startsWith(kind)))) return [];
    const lines = linesOf(located.file);
    const [from, to] = [lines.offset(range.start), lines.offset(range.end)];
    const all = located.entry.findings.filter(
      ({ place }) => place.file === located.file && place.start <= to && place.end >= from,
    );
    const here = all.filter(({ fixes }) => fixes.length);
    const actions: CodeAction[] = [];
    for (const finding of here) {
      finding.fixes.forEach((fix, index) => {
        const edit = fix.rename
          ? services.renames && toRename(fix.rename, located.entry, services.workspace)
          : toWorkspaceEdit(fix.edits(), located.entry, services.workspace);
        if (edit)
          actions.push({
            title: fix.title,
            kind: CodeActionKind.QuickFix,
            diagnostics: [toDiagnostic(finding)],
            isPreferred: index === 0,
            edit,
          });
      });
    }
    for (const rule of new Set(here.map((finding) => finding.rule))) {
      const same = located.entry.findings.filter(
        (finding) => finding.rule === rule && finding.place.file === located.file && finding.fixes.length,
      );
      if (same.length < 2) continue;
      const edit = toWorkspaceEdit(withoutOverlap(same), located.entry, services.workspace);
      if (edit)
        actions.push({
          title: `Fix all ${same.length} of "${rule}" in this file`,
          kind: CodeActionKind.QuickFix,
          diagnostics: same.map((finding) => toDiagnostic(finding)),
          edit,
        });
    }
    if (services.waives) actions.push(...all.flatMap((finding) => waiverOf(finding, textDocument.uri) ?? []));
    return actions;
  },
});

/** Asks the person why, and writes it into the settings. What says that a text or a waiver is wrong cannot be waived. */
function waiverOf(finding: Finding, uri: string): CodeAction | undefined {
  const { rule, place } = finding;
  if (rule === SYNTAX_RULE || rule === WAIVER_RULE || place.file.role === "project") return undefined;
  const target = { uri, rule, range: toRange(place) };
  return {
    title: `Waive "${rule}" here…`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(finding)],
    command: { title: "Waive", command: "patchbay.waive", arguments: [target] },
  };
}

/** First fixes of several findings; of edits that touch the same text the first one wins, the rest waits for another round. */
function withoutOverlap(findings: readonly Finding[]): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const finding of findings) {
    const edits = finding.fixes[0]?.edits() ?? [];
    const clash = edits.some((edit) =>
      taken.some((other) => other.path === edit.path && edit.start <= other.end && other.start <= edit.end),
    );
    if (!clash) taken.push(...edits);
  }
  return taken;
}
