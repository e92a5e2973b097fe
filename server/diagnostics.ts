import type {
  Connection,
  Diagnostic,
  DocumentDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { SourceFile } from "../core/syntax/source.ts";
import { toDiagnostic } from "./convert.ts";
import type { Entry } from "./entry.ts";
import { canonicalUri, type Workspace } from "./workspace.ts";

/** What was last said of a file. */
interface Shown {
  readonly diagnostics: readonly Diagnostic[];
  /** Changes with the set; the result id of a client that asks. */
  readonly id: string;
  readonly version: number | undefined;
}

/** How many diagnostics a file gets; nobody works through more of them, and sending them takes longer than finding them. */
const MOST = 500;

/**
 * What the client is shown of the findings. A client that can ask (`textDocument/diagnostic`) asks when it wants to know and is
 * answered "unchanged" as long as nothing changed. To one that can only listen the list is sent, with the version of the text
 * that it is true for; it has no other way to learn that a version was looked at, so that is said of every version.
 */
export class Diagnostics {
  private readonly connection: Connection;
  private readonly workspace: Workspace;
  private readonly shown = new Map<string, Shown>();
  /** Files of each connector that something was said of. */
  private readonly files = new Map<string, ReadonlySet<string>>();
  private ids = 0;
  /** Whether the client asks for diagnostics itself. */
  asks = false;
  private refreshes = false;

  constructor(connection: Connection, workspace: Workspace) {
    this.connection = connection;
    this.workspace = workspace;
  }
  announce(asks: boolean, refreshes: boolean): void {
    this.asks = asks;
    this.refreshes = refreshes;
  }

  /** Says what is known of a connector now. `own` tells that the client made the change and so knows that there may be news. */
  publish(entry: Entry, own: boolean): boolean {
    const { workspace } = this;
    const before = this.files.get(entry.uri) ?? new Set();
    const now = new Set<string>();
    let news = false;
    const byFile = new Map(entry.connector.files.map((file) => [file, [] as Diagnostic[]]));
    const addressOf = (file: SourceFile) => workspace.addressOf(entry, file);
    for (const finding of entry.findings) byFile.get(finding.place.file)?.push(toDiagnostic(finding, addressOf));
    for (const [file, list] of byFile) {
      const uri = workspace.uriOf(entry, file);
      const version = workspace.document(uri)?.version;
      if (!list.length && version === undefined && !before.has(uri)) continue;
      now.add(uri);
      if (this.say(uri, list, version)) news = true;
    }
    for (const uri of before) if (!now.has(uri)) this.say(uri, [], undefined);
    this.files.set(entry.uri, now);
    if (news && !own && this.asks && this.refreshes)
      this.connection.sendRequest("workspace/diagnostic/refresh").catch(() => {});
    return news;
  }

  /** The text of a document changed, but neither did what is to be said of it nor where: true if that was all to say. */
  confirm(entry: Entry): void {
    if (this.asks) return;
    const { workspace } = this;
    for (const uri of this.files.get(entry.uri) ?? []) {
      const shown = this.shown.get(uri);
      const version = workspace.document(uri)?.version;
      if (shown && version !== undefined && version !== shown.version) this.send(uri, { ...shown, version });
    }
  }

  /** Whether some diagnostic of a file stands on a line. */
  isOn(uri: string, line: number): boolean {
    return (this.shown.get(uri)?.diagnostics ?? []).some(
      ({ range }) => range.start.line <= line && line <= range.end.line,
    );
  }

  /** Sends or remembers a list; answers whether it differs from the last one. */
  private say(uri: string, list: Diagnostic[], version: number | undefined): boolean {
    const diagnostics = list.length > MOST ? capped(list) : list;
    const before = this.shown.get(uri);
    const same = before !== undefined && alike(before.diagnostics, diagnostics);
    if (same && (this.asks || before.version === version)) {
      if (before.version !== version) this.shown.set(uri, { ...before, version });
      return false;
    }
    const shown = {
      diagnostics: same ? before.diagnostics : diagnostics,
      id: same ? before.id : `${++this.ids}`,
      version,
    };
    if (this.asks) this.shown.set(uri, shown);
    else this.send(uri, shown);
    return !same;
  }
  private send(uri: string, shown: Shown): void {
    this.shown.set(uri, shown);
    const { diagnostics, version } = shown;
    void this.connection.sendDiagnostics({
      uri,
      diagnostics: diagnostics as Diagnostic[],
      ...(version !== undefined && { version }),
    });
  }

  /** Answers a client that asks for one document. */
  async document(given: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    // A client that can be told to ask again need not wait for all that a large document takes at first.
    const entry = await (this.refreshes ? this.workspace.begun(given) : this.workspace.checked(given));
    const shown = entry && this.shown.get(this.workspace.document(given)?.uri ?? canonicalUri(given));
    if (!shown) return { kind: "full", items: [] };
    if (shown.id === previous) return { kind: "unchanged", resultId: shown.id };
    return { kind: "full", resultId: shown.id, items: shown.diagnostics as Diagnostic[] };
  }
  /** Answers a client that asks for all connectors of the workspace. */
  async all(previous: ReadonlyMap<string, string>): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const { workspace } = this;
    for (const entry of await workspace.all()) if (!this.files.has(entry.uri)) this.publish(entry, true);
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    for (const [uri, { id, diagnostics, version = null }] of this.shown) {
      if (previous.get(uri) === id) reports.push({ kind: "unchanged", uri, version, resultId: id });
      else if (diagnostics.length || previous.has(uri))
        reports.push({ kind: "full", uri, version, resultId: id, items: diagnostics as Diagnostic[] });
    }
    return reports;
  }
}

function capped(list: readonly Diagnostic[]): Diagnostic[] {
  const shown = [...list].sort((a, b) => (a.severity ?? 4) - (b.severity ?? 4)).slice(0, MOST);
  const first = shown[0] as Diagnostic;
  const note = `${list.length - MOST} more findings of this file are not shown. The ones of most weight are; mend them first, the others follow.`;
  return [...shown, { ...first, severity: 3, code: "more-findings", message: note }];
}

function alike(before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
  return (
    before.length === after.length &&
    before.every((one, i) => {
      const other = after[i] as Diagnostic;
      return (
        one.code === other.code &&
        one.message === other.message &&
        one.severity === other.severity &&
        one.range.start.line === other.range.start.line &&
        one.range.start.character === other.range.start.character &&
        one.range.end.line === other.range.end.line &&
        one.range.end.character === other.range.end.character
      );
    })
  );
}
