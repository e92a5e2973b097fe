/** Texts that are edited in a tab of their own and handed back: release notes and migration guides. They live in memory and are never saved to disk. */
import * as vscode from "vscode";
import { Cancelled } from "./errors.ts";

export const notesScheme = "patchbay-notes";

class Memory implements vscode.FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }
  stat(uri: vscode.Uri): vscode.FileStat {
    const size = this.readFile(uri).byteLength;
    return { type: vscode.FileType.File, ctime: 0, mtime: Date.now(), size };
  }
  readFile(uri: vscode.Uri): Uint8Array {
    const bytes = this.#files.get(uri.path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }
  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.#files.set(uri.path, content);
  }
  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
  }
  readDirectory(): [string, vscode.FileType][] {
    return [];
  }
  createDirectory(): void {}
  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}

interface Waiting {
  uri: vscode.Uri;
  accept(): void;
  discard(): void;
}

export interface NotesEditor extends vscode.Disposable {
  edit(options: { name: string; text: string }): Promise<string>;
}

/** Registers the editor's file system, its two commands and the line above the text that names them. */
export function createNotesEditor(): NotesEditor {
  const memory = new Memory();
  let waiting: Waiting | undefined;
  const disposables = [
    vscode.workspace.registerFileSystemProvider(notesScheme, memory, { isCaseSensitive: true }),
    vscode.commands.registerCommand("patchbay.acceptText", () => waiting?.accept()),
    vscode.commands.registerCommand("patchbay.discardText", () => waiting?.discard()),
    vscode.languages.registerCodeLensProvider(
      { scheme: notesScheme },
      {
        provideCodeLenses: () => {
          const top = new vscode.Range(0, 0, 0, 0);
          return [
            new vscode.CodeLens(top, { title: "$(check) Publish with this text", command: "patchbay.acceptText" }),
            new vscode.CodeLens(top, { title: "$(close) Cancel", command: "patchbay.discardText" }),
          ];
        },
      },
    ),
  ];
  const close = async (uri: vscode.Uri) => {
    const tabs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
    const mine = tabs.filter(({ input }) => input instanceof vscode.TabInputText && `${input.uri}` === `${uri}`);
    if (mine.length > 0) await vscode.window.tabGroups.close(mine);
    memory.delete(uri);
  };
  return {
    async edit({ name, text }) {
      waiting?.discard();
      const uri = vscode.Uri.from({ scheme: notesScheme, path: `/${name.replaceAll("/", "-")}` });
      memory.writeFile(uri, new TextEncoder().encode(text));
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document, { preview: false });
      return new Promise<string>((resolve, reject) => {
        const closed = vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
          if (closed.some(({ input }) => input instanceof vscode.TabInputText && `${input.uri}` === `${uri}`))
            discard();
        });
        const finish = async () => {
          closed.dispose();
          waiting = undefined;
          // A saved document closes without a question; saving writes to memory only.
          await document.save();
          await close(uri);
        };
        const discard = () => {
          if (waiting?.uri !== uri) return;
          void finish().finally(() => reject(new Cancelled()));
        };
        const accept = () => {
          const result = document.getText();
          void finish().finally(() => resolve(result));
        };
        waiting = { uri, accept, discard };
      });
    },
    dispose: () => vscode.Disposable.from(...disposables).dispose(),
  };
}
