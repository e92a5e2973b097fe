/** Entry of the extension in VS Code with Node: the language server is a process of its own. */
import type * as vscode from "vscode";
import { type BaseLanguageClient, LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type Api, activate as activateShared } from "./shell/activate.ts";
import { createLocalRegistry } from "./shell/local-registry.ts";

export function activate(context: vscode.ExtensionContext): Api {
  const module = context.asAbsolutePath("dist/server.cjs");
  return activateShared(context, {
    client: (options): BaseLanguageClient =>
      new LanguageClient("patchbay", "Connectors", { module, transport: TransportKind.ipc }, options),
    offersFiles: false,
    local: createLocalRegistry(context),
    environment: { url: process.env.PATCHBAY_REGISTRY?.replace(/\/+$/, ""), token: process.env.PATCHBAY_TOKEN },
  });
}
