import {
  type Diagnostic,
  DiagnosticSeverity,
  type Position,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import type { WireChange, WireFinding } from "../core/api/language.ts";
import { rules } from "../core/checklist/generated.ts";
import type { Finding, Fix, Severity } from "../core/checklist/types.ts";
import { versionPolicy } from "../core/lifecycle/version-policy.ts";
import { ruleUrl } from "../core/links.ts";
import { Lines } from "../core/syntax/lines.ts";
import type { TextEdit as CoreEdit, Place, SourceFile } from "../core/syntax/source.ts";
import { rules as changes } from "../core/versioning/generated.ts";
import type { Change } from "../core/versioning/types.ts";
import type { Entry } from "./entry.ts";
import type { Workspace } from "./workspace.ts";

/** Offsets and positions of a file. Of a document its tree knows them, of other texts they are looked up anew. */
export interface Positions {
  position(offset: number): Position;
  offset(position: Position): number;
}
export function linesOf(file: SourceFile): Positions {
  return file.tree ?? new Lines(file.text);
}

export function toRange({ file, start, end }: Place): Range {
  const lines = linesOf(file);
  return { start: lines.position(start), end: lines.position(end) };
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

/** `uriOf` gives the address of a file, where it has one; without it what else a finding is about is left out. */
export function toDiagnostic(finding: Finding, uriOf?: (file: SourceFile) => string | undefined): Diagnostic {
  const related =
    uriOf &&
    finding.related?.flatMap(({ message, place }) => {
      const uri = uriOf(place.file);
      return uri === undefined ? [] : { message, location: { uri, range: toRange(place) } };
    });
  return {
    range: toRange(finding.place),
    severity: toSeverity(finding.severity),
    code: finding.rule,
    source: "patchbay",
    message: finding.message,
    ...(related?.length && { relatedInformation: related }),
  };
}

/** Rules whose findings the publish flow settles: it writes the number and the notes, and raises it as far as changes need. */
const changeIds: ReadonlySet<string> = new Set(changes.map(({ id }) => id));
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
    ...((settled.has(finding.rule) || finding.rule in versionPolicy || changeIds.has(finding.rule)) && {
      settled: true,
    }),
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
    .map((edit) => ({
      range: { start: lines.position(edit.start), end: lines.position(edit.end) },
      newText: edit.newText,
    }));
}

/** Another name for a file in its folder, as a client gives it. */
export function toRename(
  rename: NonNullable<Fix["rename"]>,
  entry: Entry,
  workspace: Workspace,
): WorkspaceEdit | undefined {
  const file = entry.connector.files.find(({ path }) => path === rename.path);
  if (!file) return undefined;
  const oldUri = workspace.uriOf(entry, file);
  const newUri = `${oldUri.slice(0, oldUri.lastIndexOf("/") + 1)}${encodeURIComponent(rename.to)}`;
  return { documentChanges: [{ kind: "rename", oldUri, newUri }] };
}

/** Edits of a connector's files as a client applies them; `undefined` where there is nothing to change. */
export function toWorkspaceEdit(
  edits: readonly CoreEdit[],
  entry: Entry,
  workspace: Workspace,
): WorkspaceEdit | undefined {
  if (!edits.length) return undefined;
  const changes: Record<string, TextEdit[]> = {};
  for (const file of entry.connector.files) {
    const own = toTextEdits(file, edits);
    if (own.length) changes[workspace.uriOf(entry, file)] = own;
  }
  return { changes };
}
