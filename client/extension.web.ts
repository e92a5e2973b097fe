/** Entry of the extension in a browser: the language server is a web worker, and no registry can be started here. */
import * as vscode from "vscode";
import { type BaseLanguageClient, LanguageClient } from "vscode-languageclient/browser";
import { type Api, activate as activateShared } from "./shell/activate.ts";

export function activate(context: vscode.ExtensionContext): Api {
  const script = vscode.Uri.joinPath(context.extensionUri, "dist/web/server.js").toString(true);
  return activateShared(context, {
    client: (options): BaseLanguageClient => new LanguageClient("patchbay", "Connectors", new Worker(script), options),
    offersFiles: true,
    local: undefined,
    environment: { url: undefined, token: undefined },
  });
}
