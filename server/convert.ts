import { type Diagnostic, DiagnosticSeverity, type Range, type TextEdit } from "vscode-languageserver";
import type { WireChange, WireFinding } from "../core/api/language.ts";
import { rules } from "../core/checklist/generated.ts";
import type { Finding, Severity } from "../core/checklist/types.ts";
import { versionPolicy } from "../core/lifecycle/version-policy.ts";
import { ruleUrl } from "../core/links.ts";
import { Lines } from "../core/syntax/lines.ts";
import type { TextEdit as CoreEdit, Place, SourceFile } from "../core/syntax/source.ts";
import type { Change } from "../core/versioning/types.ts";
import type { Entry, Workspace } from "./workspace.ts";

/** Line tables live as long as the text that they belong to. */
const tables = new WeakMap<SourceFile, Lines>();
export function linesOf(file: SourceFile): Lines {
  let lines = tables.get(file);
  if (!lines) {
    lines = new Lines(file.text);
    tables.set(file, lines);
  }
  return lines;
}

export function toRange(place: Place): Range {
  return linesOf(place.file).range(place.start, place.end);
}

export function toSeverity(severity: Severity): DiagnosticSeverity {
  switch (severity) {
    case "error":
      return DiagnosticSeverity.Error;
    case "warning":
      return DiagnosticSeverity.Warning;
    case "info":
      return DiagnosticSeverity.Information;
    default:
      return DiagnosticSeverity.Hint;
  }
}

export function toDiagnostic(finding: Finding): Diagnostic {
  return {
    range: toRange(finding.place),
    severity: toSeverity(finding.severity),
    code: finding.rule,
    source: "patchbay",
    message: finding.message,
  };
}

/** Rules whose findings the publish flow settles: it writes the number and the notes. */
const settled = new Set(rules.filter(({ settledByPublishing }) => settledByPublishing).map(({ id }) => id));

export function toWireFinding(workspace: Workspace, entry: Entry, finding: Finding): WireFinding {
  return {
    rule: finding.rule,
    section: finding.section,
    severity: finding.severity,
    message: finding.message,
    uri: workspace.uriOf(entry, finding.place.file),
    range: toRange(finding.place),
    url: ruleUrl(finding.rule),
    ...((settled.has(finding.rule) || finding.rule in versionPolicy) && { settled: true }),
  };
}

export function toWireChange(workspace: Workspace, entry: Entry, change: Change): WireChange {
  return {
    id: change.id,
    bump: change.bump,
    severity: change.severity,
    entity: change.entity,
    message: change.message,
    ...(change.operation && { operation: change.operation }),
    ...(change.new && { uri: workspace.uriOf(entry, change.new.file), range: toRange(change.new) }),
  };
}

/** Edits of one file as LSP edits. */
export function toTextEdits(file: SourceFile, edits: readonly CoreEdit[]): TextEdit[] {
  const lines = linesOf(file);
  return edits
    .filter((edit) => edit.path === file.path)
    .map((edit) => ({ range: lines.range(edit.start, edit.end), newText: edit.newText }));
}
