/** The language client: which documents the server sees, which files it hears of, and the requests of both sides. */
import * as vscode from "vscode";
import type { BaseLanguageClient, CodeAction, DocumentFilter, LanguageClientOptions } from "vscode-languageclient";
import {
  type BaselineParams,
  type BaselineResult,
  baselineRequest,
  type ConnectorChangedParams,
  type ConnectorInfo,
  type ConnectorSummary,
  connectorChangedNotification,
  connectorRequest,
  connectorsRequest,
  explainLogRequest,
  type InitializationOptions,
  migrationGuideRequest,
  type PackageResult,
  packageRequest,
  registryChangedNotification,
  releaseNotesRequest,
  trustedNotification,
  type WaiveResult,
  type WireExplained,
  waiveRequest,
} from "../../core/api/language.ts";
import { answerFiles, findFiles } from "./files.ts";
import type { Language } from "./ports.ts";

/** Glob patterns know no letter case switch, so every letter becomes a pair. */
export function anyCase(pattern: string): string {
  return pattern.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}

/** Main files of connectors, in any letter case. */
const mains = [
  `**/*.${anyCase("connector")}.{${["yaml", "yml", "json"].map(anyCase).join(",")}}`,
  `**/${anyCase("apiDefinition")}*.${anyCase("json")}`,
  `**/*.${anyCase("swagger.json")}`,
];

/** Files that belong to connectors. */
const documents = [...mains, `**/${anyCase("apiProperties")}.${anyCase("json")}`, "**/.patchbay.yaml"];

/** Files that are read beside them; a change of branch changes `.git/HEAD`, and with it what the working copy is compared with. */
const watched = [...documents, `**/${anyCase("readme.md")}`, "**/.git/HEAD"];

/** True for a file that is a connector or part of one, by its name. */
export function isConnectorFile(path: string): boolean {
  return /(\.connector\.(ya?ml|json)|\/apidefinition[^/]*\.json|\.swagger\.json|\/apiproperties\.json)$/i.test(path);
}

/** Options that the Node and the web client share. */
export function clientOptions(output: vscode.LogOutputChannel, offersFiles: boolean): LanguageClientOptions {
  // Published documents and both sides of a diff have schemes of their own and are not checked; folders of a virtual
  // workspace are, whatever their scheme.
  const schemes = new Set([
    "file",
    "untitled",
    ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
  ]);
  const documentSelector = [...schemes].flatMap((scheme) =>
    documents.map((pattern): DocumentFilter => ({ scheme, pattern })),
  );
  const initializationOptions: InitializationOptions = {
    files: offersFiles || [...schemes].some((scheme) => scheme !== "file" && scheme !== "untitled"),
    baseline: true,
    listens: true,
    waives: true,
    trusted: vscode.workspace.isTrusted,
  };
  return {
    documentSelector,
    initializationOptions,
    outputChannel: output,
    synchronize: {
      configurationSection: "patchbay",
      fileEvents: watched.map((pattern) => vscode.workspace.createFileSystemWatcher(pattern)),
    },
  };
}

export interface LanguageHooks {
  baseline(params: BaselineParams): Promise<BaselineResult | null>;
  changed(uri: string): void;
}

/** Puts the client behind the port of the commands, and answers what the server asks. Any question starts the server first. */
export function connectLanguage(
  client: BaseLanguageClient,
  start: () => Promise<unknown>,
  hooks: LanguageHooks,
): Language {
  answerFiles(client, mains);
  client.onRequest(baselineRequest, (params: BaselineParams) => hooks.baseline(params));
  // Nobody is to wait for git that was never asked: only a running server needs to know.
  vscode.workspace.onDidGrantWorkspaceTrust(() => {
    if (client.isRunning()) void client.sendNotification(trustedNotification);
  });
  client.onNotification(connectorChangedNotification, ({ uri }: ConnectorChangedParams) => hooks.changed(uri));
  const request = async <R>(method: string, params?: unknown): Promise<R> => {
    await start();
    return client.sendRequest<R>(method, params);
  };
  return {
    connectors: () => request<ConnectorSummary[]>(connectorsRequest),
    connector: (uri) => request<ConnectorInfo | null>(connectorRequest, { uri }),
    package: (uri, release) => request<PackageResult | null>(packageRequest, { uri, release }),
    releaseNotes: (uri) => request<string>(releaseNotesRequest, { uri }),
    migrationGuide: (uri, version, usage) => request<string>(migrationGuideRequest, { uri, version, usage }),
    async fix(uri, range, rule) {
      // Asked of the server itself: what VS Code's own command gives back no longer says to which finding a fix belongs.
      const params = { textDocument: { uri }, range, context: { diagnostics: [], only: ["quickfix"] } };
      const actions = (await request<CodeAction[] | null>("textDocument/codeAction", params)) ?? [];
      const mine = actions.filter(({ edit, diagnostics }) => edit && diagnostics?.some(({ code }) => code === rule));
      const best = mine.find(({ isPreferred }) => isPreferred) ?? mine[0];
      if (!best) return false;
      const edit = await client.protocol2CodeConverter.asWorkspaceEdit(best.edit);
      return edit !== undefined && vscode.workspace.applyEdit(edit);
    },
    async waive(params) {
      const result = await request<WaiveResult | null>(waiveRequest, params);
      if (!result) return undefined;
      const uri = vscode.Uri.parse(result.uri, true);
      const edit = new vscode.WorkspaceEdit();
      if (result.creates) edit.createFile(uri, { ignoreIfExists: true });
      edit.replace(uri, client.protocol2CodeConverter.asRange(result.range), result.text);
      return (await vscode.workspace.applyEdit(edit)) ? result.uri : undefined;
    },
    explainLog: (uri, text) => request<WireExplained[]>(explainLogRequest, { uri, text }),
    registryChanged() {
      if (client.isRunning()) void client.sendNotification(registryChangedNotification);
    },
  };
}

/** True when something is there for the server to look at: an open connector, or one in the workspace. */
export async function hasConnectors(): Promise<boolean> {
  if (vscode.workspace.textDocuments.some(({ uri }) => isConnectorFile(uri.path))) return true;
  return (await findFiles(documents, 1)).length > 0;
}
