/** Entries of a validator's log among the problems, where they are in the connector. */
import * as vscode from "vscode";
import type { WireExplained } from "../../core/api/language.ts";

/** Shows entries instead of those that a collection has; entries without a place are left to the notification. */
export function markEntries(collection: vscode.DiagnosticCollection, entries: readonly WireExplained[]): void {
  collection.clear();
  const byFile = new Map<string, vscode.Diagnostic[]>();
  for (const { uri, range, severity, message, rule, url, todo } of entries) {
    if (!uri || !range) continue;
    const mark = new vscode.Diagnostic(
      new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character),
      todo ? `${message}\n${todo}` : message,
      severity === "error" ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning,
    );
    mark.source = "validator log";
    if (rule) mark.code = { value: rule, target: vscode.Uri.parse(url) };
    byFile.set(uri, [...(byFile.get(uri) ?? []), mark]);
  }
  for (const [uri, marks] of byFile) collection.set(vscode.Uri.parse(uri), marks);
}
