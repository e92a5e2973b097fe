/** Prompts, messages and editors of VS Code, behind the `Ui` that commands know. */
import * as vscode from "vscode";
import { decodeBase64 } from "../../core/api/base64.ts";
import { Cancelled, Sentence } from "./errors.ts";
import { markEntries } from "./log-marks.ts";
import type { NotesEditor } from "./notes.ts";
import { Back, type Button, type Choice, type PromptOptions, type Ui } from "./ports.ts";
import { publishedUri, requestUri } from "./read-only.ts";
import { requestFile } from "./request-texts.ts";

type Item<T> = vscode.QuickPickItem & { choice?: Choice<T> };

function toRange(range: Parameters<Ui["open"]>[1]): vscode.Range | undefined {
  if (!range) return undefined;
  const { start, end } = range;
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function prepare(input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox, options: PromptOptions): void {
  input.title = options.title;
  input.placeholder = options.placeholder;
  // The prompts ask the person to look things up, so they stay when the focus goes elsewhere; Escape closes them.
  input.ignoreFocusOut = true;
  if (options.steps && options.steps > 1) {
    input.step = options.step;
    input.totalSteps = options.steps;
  }
  if (options.back) input.buttons = [vscode.QuickInputButtons.Back];
}

/** Shows a prompt and waits until it is answered, left, or gone back from. */
function ask<I extends vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox, R>(
  input: I,
  accept: () => { answer: R } | undefined,
): Promise<R> {
  return new Promise<R>((resolve, reject) => {
    input.onDidAccept(() => {
      const accepted = accept();
      if (!accepted) return;
      resolve(accepted.answer);
      input.dispose();
    });
    input.onDidTriggerButton(() => {
      reject(new Back());
      input.dispose();
    });
    // The promise is settled already when the prompt closes after an answer.
    input.onDidHide(() => {
      reject(new Cancelled());
      input.dispose();
    });
    input.show();
  });
}

function items<T>(choices: readonly Choice<T>[]): Item<T>[] {
  return choices.flatMap((choice): Item<T>[] => [
    ...(choice.group ? [{ label: choice.group, kind: vscode.QuickPickItemKind.Separator }] : []),
    {
      label: choice.label,
      ...(choice.description ? { description: choice.description } : {}),
      ...(choice.detail ? { detail: choice.detail } : {}),
      ...(choice.icon ? { iconPath: new vscode.ThemeIcon(choice.icon) } : {}),
      choice,
    },
  ]);
}

/** The user interface of this window. */
export function createUi(notes: NotesEditor, log: vscode.DiagnosticCollection): Ui {
  return {
    pick<T>(options: PromptOptions, choices: readonly Choice<T>[]): Promise<T> {
      const picker = vscode.window.createQuickPick<Item<T>>();
      prepare(picker, options);
      picker.matchOnDescription = true;
      picker.matchOnDetail = true;
      picker.items = items(choices);
      const preferred = picker.items.find(({ choice }) => choice?.preferred);
      if (preferred) picker.activeItems = [preferred];
      return ask(picker, () => {
        const choice = picker.selectedItems[0]?.choice ?? picker.activeItems[0]?.choice;
        if (!choice) return undefined;
        if (!choice.disabled) return { answer: choice.value };
        picker.value = "";
        picker.placeholder = choice.disabled;
        return undefined;
      });
    },
    input(options) {
      const box = vscode.window.createInputBox();
      prepare(box, options);
      box.value = options.value ?? "";
      box.prompt = options.prompt;
      box.password = options.password ?? false;
      box.onDidChangeValue((value) => {
        box.validationMessage = options.validate?.(value);
      });
      return ask(box, () => {
        const problem = options.validate?.(box.value);
        box.validationMessage = problem;
        return problem ? undefined : { answer: box.value };
      });
    },
    edit: (options) => notes.edit(options),
    notify(text, ...buttons) {
      void showButtons(vscode.window.showInformationMessage(text, ...buttons.map(({ title }) => title)), buttons);
    },
    async confirm(text, button) {
      return (await vscode.window.showInformationMessage(text, { modal: true }, button)) === button;
    },
    async browse(address) {
      await vscode.env.openExternal(vscode.Uri.parse(address, true));
    },
    progress: (title, work) =>
      Promise.resolve(
        vscode.window.withProgress(
          { location: vscode.ProgressLocation.Notification, title, cancellable: true },
          async (_, token) => {
            const abort = new AbortController();
            token.onCancellationRequested(() => abort.abort());
            try {
              return await work(abort.signal);
            } catch (error) {
              throw abort.signal.aborted ? new Cancelled() : error;
            }
          },
        ),
      ),
    async open(uri, range) {
      const selection = toRange(range);
      await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), {
        ...(selection ? { selection } : {}),
        preview: false,
      });
    },
    async openPublished(id, version, path) {
      const document = await vscode.workspace.openTextDocument(publishedUri(id, version, path));
      await vscode.window.showTextDocument(document, { preview: true });
    },
    async compare(id, version, path, uri) {
      const title = `${path.slice(path.lastIndexOf("/") + 1)} (${version} ↔ working copy)`;
      await vscode.commands.executeCommand(
        "vscode.diff",
        publishedUri(id, version, path),
        vscode.Uri.parse(uri, true),
        title,
      );
    },
    async openRequest(path, range) {
      const selection = toRange(range);
      const document = await vscode.workspace.openTextDocument(requestUri(path));
      await vscode.window.showTextDocument(document, { preview: true, ...(selection ? { selection } : {}) });
    },
    async compareRequest(id, version, path, review, range) {
      const selection = toRange(range);
      await vscode.commands.executeCommand(
        "vscode.diff",
        publishedUri(id, version, path),
        requestUri(requestFile(review, path)),
        `${path.slice(path.lastIndexOf("/") + 1)} (${version} ↔ request)`,
        { preview: true, ...(selection ? { selection } : {}) },
      );
    },
    async show(view) {
      await vscode.commands.executeCommand(`${view}.focus`);
    },
    clipboard: async () => vscode.env.clipboard.readText(),
    mark: (entries) => markEntries(log, entries),
    async copy(text) {
      await vscode.env.clipboard.writeText(text);
      vscode.window.setStatusBarMessage(`$(copy) ${text} copied`, 4000);
    },
    async run(command, ...rest) {
      await vscode.commands.executeCommand(command, ...rest);
    },
    async folder(title) {
      const folders = vscode.workspace.workspaceFolders ?? [];
      if (folders.length === 1) return folders[0]!.uri.toString();
      if (folders.length > 1) {
        const folder = await vscode.window.showWorkspaceFolderPick({ placeHolder: title });
        if (!folder) throw new Cancelled();
        return folder.uri.toString();
      }
      const chosen = await vscode.window.showOpenDialog({
        title,
        openLabel: "Choose Folder",
        canSelectFiles: false,
        canSelectFolders: true,
      });
      if (!chosen?.[0]) throw new Cancelled();
      return chosen[0].toString();
    },
    async exists(folder, path) {
      try {
        await vscode.workspace.fs.stat(vscode.Uri.joinPath(vscode.Uri.parse(folder, true), path));
        return true;
      } catch {
        return false;
      }
    },
    async write(folder, files) {
      const base = vscode.Uri.parse(folder, true);
      const edit = new vscode.WorkspaceEdit();
      for (const { path, text, base64 } of files) {
        const contents = text === undefined ? decodeBase64(base64 ?? "") : new TextEncoder().encode(text);
        edit.createFile(vscode.Uri.joinPath(base, path), { contents: contents ?? new Uint8Array() });
      }
      // One edit for all files: either all of them are there, or none is.
      if (!(await vscode.workspace.applyEdit(edit)))
        throw new Sentence("The files could not be written. Is the folder read-only?");
      return vscode.Uri.joinPath(base, files[0]!.path).toString();
    },
    async replace(uri, expected, text) {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
      if (document.getText() !== expected) return false;
      const edit = new vscode.WorkspaceEdit();
      const { range, replacement } = smallestEdit(document, text);
      edit.replace(document.uri, range, replacement);
      return (await vscode.workspace.applyEdit(edit)) && (await document.save());
    },
  };
}

/** Only what differs is replaced, so that cursors, folds and breakpoints elsewhere stay where they are. */
function smallestEdit(document: vscode.TextDocument, text: string): { range: vscode.Range; replacement: string } {
  const before = document.getText();
  let start = 0;
  while (start < before.length && before[start] === text[start]) start++;
  let end = 0;
  while (end < before.length - start && end < text.length - start && before.at(-1 - end) === text.at(-1 - end)) end++;
  return {
    range: new vscode.Range(document.positionAt(start), document.positionAt(before.length - end)),
    replacement: text.slice(start, text.length - end),
  };
}

async function showButtons(shown: Thenable<string | undefined>, buttons: readonly Button[]): Promise<void> {
  const title = await shown;
  await buttons.find((button) => button.title === title)?.run();
}
