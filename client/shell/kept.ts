/** Texts that outlive a session, one file each in the folder that VS Code gives the extension. */
import * as vscode from "vscode";
import type { Kept } from "./baseline.ts";

/** Keeps texts below a folder. What cannot be written is not kept: nothing that the person asked for hangs on it. */
export function keptBelow(folder: vscode.Uri, log: vscode.LogOutputChannel): Kept {
  // The end of a name tells more than its beginning, and file systems have limits.
  const fileOf = (name: string) => vscode.Uri.joinPath(folder, `${encodeURIComponent(name).slice(-200)}.json`);
  return {
    async read(name) {
      try {
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileOf(name)));
      } catch {
        return undefined;
      }
    },
    async write(name, text) {
      try {
        await vscode.workspace.fs.writeFile(fileOf(name), new TextEncoder().encode(text));
      } catch (error) {
        log.warn(`The baseline could not be kept for days without the registry: ${error}`);
      }
    },
  };
}
