/** What the suites share: the extension, files of the workspace, waiting, and prompts that are answered by rules. */
import * as vscode from "vscode";
import type { Api } from "../../../client/shell/activate.ts";
import type { Choice, PromptOptions, Ui } from "../../../client/shell/ports.ts";
import type { Node } from "../../../client/views/view.ts";

/** The activated extension. */
export async function extension(): Promise<Api> {
  const found = vscode.extensions.getExtension<Api>("patchbay.patchbay");
  if (!found) throw new Error("The extension is not there.");
  return found.activate();
}

/** Address of a file of the workspace. */
export function file(...path: string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("No folder is open.");
  return vscode.Uri.joinPath(folder.uri, ...path);
}

/** Opens a file of the workspace in an editor. */
export async function open(...path: string[]): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(...path)));
}

/** Takes back what was not saved in the active editor, whatever a test did to it. */
export async function revert(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.files.revert");
}

/** Waits until `read` gives something truthy. */
export async function eventually<T>(
  what: string,
  read: () => T | false | null | undefined | Promise<T | false | null | undefined>,
  limit = 15_000,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const value = await read();
    if (value) return value;
    if (Date.now() > end) throw new Error(`Waited ${limit} ms in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Errors and warnings at a document, from our own server only. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source !== "json" && source !== "yaml");
}

/** All rows of a view, depth first, as `label | description`. */
export async function rows(api: Api, view: string): Promise<string[]> {
  const lines: string[] = [];
  const walk = async (nodes: readonly Node[]) => {
    for (const node of nodes) {
      lines.push([node.row.label, node.row.description].filter(Boolean).join(" | "));
      await walk((await node.children?.()) ?? []);
    }
  };
  await walk(await api.roots(view));
  return lines;
}

export interface Script {
  /** Chooses by title; gives the label to take, or nothing for the preferred one. */
  pick?(options: PromptOptions, labels: readonly string[]): string | undefined;
  input?(options: PromptOptions & { prompt?: string; value?: string }): string | undefined;
  edit?(text: string): string;
}

/** Answers prompts while `work` runs; gives the messages that were shown. */
export async function answering(api: Api, script: Script, work: () => Thenable<unknown>): Promise<string[]> {
  const messages: string[] = [];
  const original = { ...api.ui };
  const errors = vscode.window.showErrorMessage;
  const fake: Partial<Ui> = {
    async pick<T>(options: PromptOptions, choices: readonly Choice<T>[]): Promise<T> {
      const wanted = script.pick?.(
        options,
        choices.map(({ label }) => label),
      );
      const enabled = choices.filter(({ disabled }) => !disabled);
      const chosen =
        (wanted === undefined ? undefined : enabled.find(({ label }) => label === wanted)) ??
        enabled.find(({ preferred }) => preferred) ??
        enabled[0];
      if (!chosen) throw new Error(`Nothing can be chosen in ${options.title}`);
      return chosen.value;
    },
    async input(options) {
      const value = script.input?.(options) ?? options.value ?? "";
      const problem = options.validate?.(value);
      if (problem) throw new Error(`${options.title}: ${problem}`);
      return value;
    },
    edit: async ({ text }) => script.edit?.(text) ?? text,
    confirm: async () => false,
    notify: (text) => void messages.push(text),
  };
  Object.assign(api.ui, fake);
  Object.assign(vscode.window, {
    showErrorMessage: async (text: string) => {
      messages.push(text);
    },
  });
  try {
    await work();
  } finally {
    Object.assign(api.ui, original);
    Object.assign(vscode.window, { showErrorMessage: errors });
  }
  return messages;
}
