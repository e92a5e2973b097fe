import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import {
  type CodeAction,
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from "vscode-languageserver/node";
import type { BaselineResult, ConnectorInfo } from "../../core/api/language.ts";
import { Lines } from "../../core/syntax/lines.ts";

/** A real client of the real server over stdio. */
export class LspClient {
  readonly connection: ProtocolConnection;
  private readonly child: ChildProcess;
  private readonly latest = new Map<string, { version: number | undefined; diagnostics: Diagnostic[] }>();
  private readonly waiting = new Set<() => void>();
  private readonly texts = new Map<string, { version: number; text: string }>();
  /** Files that the client offers to the server, by URI. */
  readonly files = new Map<string, string>();
  baseline: BaselineResult | null = null;
  /** Connectors whose published version the server has asked for. */
  readonly baselineQuestions: string[] = [];

  private constructor(child: ChildProcess) {
    this.child = child;
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout!),
      new StreamMessageWriter(child.stdin!),
    );
  }

  static async start(
    options: { files?: boolean; baseline?: boolean; listens?: boolean; root?: string } = {
      files: true,
      baseline: true,
    },
    command: readonly string[] = ["dist/server.cjs", "--stdio"],
  ): Promise<LspClient> {
    const child = spawn(process.execPath, command, {
      cwd: path.resolve(import.meta.dirname, "../.."),
      stdio: ["pipe", "pipe", "inherit"],
    });
    const client = new LspClient(child);
    const { connection } = client;
    connection.onNotification(
      "textDocument/publishDiagnostics",
      (params: { uri: string; version?: number; diagnostics: Diagnostic[] }) => {
        client.latest.set(params.uri, { version: params.version, diagnostics: params.diagnostics });
        for (const wake of [...client.waiting]) wake();
      },
    );
    connection.onNotification("window/logMessage", ({ type, message }: { type: number; message: string }) => {
      if (type === 1) throw new Error(message);
    });
    connection.onRequest("patchbay/listFolder", ({ uri }: { uri: string }) =>
      [...client.files.keys()]
        .filter((file) => file.slice(0, file.lastIndexOf("/")) === uri)
        .map((file) => decodeURIComponent(file.slice(file.lastIndexOf("/") + 1))),
    );
    connection.onRequest("patchbay/readFile", ({ uri }: { uri: string }) => client.files.get(uri) ?? null);
    connection.onRequest("patchbay/findConnectors", () =>
      [...client.files.keys()].filter((file) => /connector\.yaml$|swagger\.json$/.test(file)),
    );
    connection.onRequest("patchbay/baseline", ({ uri }: { uri: string }) => {
      client.baselineQuestions.push(uri);
      return client.baseline;
    });
    connection.listen();
    await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: options.root ?? null,
      capabilities: {
        workspace: { workspaceEdit: { resourceOperations: ["rename"] } },
        ...(options.listens !== undefined && { textDocument: { diagnostic: {} } }),
      },
      initializationOptions: options,
    });
    await connection.sendNotification("initialized", {});
    return client;
  }

  /** Opens a document and resolves with its first diagnostics. */
  async open(uri: string, text: string): Promise<Diagnostic[]> {
    this.files.set(uri, text);
    this.texts.set(uri, { version: 1, text });
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "yaml", version: 1, text },
    });
    return this.diagnostics(uri);
  }
  /** Replaces a part of an open document, as an editor does per keystroke. */
  async edit(uri: string, start: number, end: number, newText: string): Promise<Diagnostic[]> {
    const { version, text } = this.texts.get(uri)!;
    this.texts.set(uri, { version: version + 1, text: text.slice(0, start) + newText + text.slice(end) });
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: version + 1 },
      contentChanges: [{ range: new Lines(text).range(start, end), text: newText }],
    });
    return this.diagnostics(uri);
  }
  text(uri: string): string {
    return this.texts.get(uri)!.text;
  }
  /** Diagnostics of the current version; waits until they arrive. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const wanted = this.texts.get(uri)?.version;
    for (;;) {
      const known = this.latest.get(uri);
      if (known && known.version === wanted) {
        // On a slow machine the first list may come before the whole document was looked at; this answer comes after.
        await this.info(uri);
        return this.latest.get(uri)?.diagnostics ?? [];
      }
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          this.waiting.delete(wake);
          resolve();
        };
        this.waiting.add(wake);
      });
    }
  }
  info(uri: string): Promise<ConnectorInfo | null> {
    return this.connection.sendRequest("patchbay/connector", { uri });
  }
  completion(uri: string, offset: number): Promise<CompletionItem[]> {
    return this.connection.sendRequest("textDocument/completion", {
      textDocument: { uri },
      position: new Lines(this.text(uri)).position(offset),
    });
  }
  hover(uri: string, offset: number): Promise<Hover | null> {
    return this.connection.sendRequest("textDocument/hover", {
      textDocument: { uri },
      position: new Lines(this.text(uri)).position(offset),
    });
  }
  symbols(uri: string): Promise<DocumentSymbol[]> {
    return this.connection.sendRequest("textDocument/documentSymbol", { textDocument: { uri } });
  }
  lenses(uri: string): Promise<{ command: { title: string } }[]> {
    return this.connection.sendRequest("textDocument/codeLens", { textDocument: { uri } });
  }
  actions(uri: string, offset: number): Promise<CodeAction[]> {
    const at = new Lines(this.text(uri)).position(offset);
    return this.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
  }
  /** The document after an action, as the editor would have it. */
  applied(uri: string, action: CodeAction): string {
    const text = this.text(uri);
    const lines = new Lines(text);
    const edits: TextEdit[] = [...(action.edit?.changes?.[uri] ?? [])].sort(
      (a, b) => lines.offset(b.range.start) - lines.offset(a.range.start),
    );
    return edits.reduce(
      (result, edit) =>
        result.slice(0, lines.offset(edit.range.start)) + edit.newText + result.slice(lines.offset(edit.range.end)),
      text,
    );
  }
  /** Ends the server as the protocol asks, and resolves with its exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    return new Promise((resolve) => this.child.once("exit", resolve));
  }
}
