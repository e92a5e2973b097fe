import {
  CodeLensRefreshRequest,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type BaselineResult,
  baselineRequest,
  type ConnectorInfo,
  type ConnectorParams,
  type ConnectorSummary,
  connectorChangedNotification,
  connectorRequest,
  connectorsRequest,
  type InitializationOptions,
  type PackageParams,
  type PackageResult,
  packageRequest,
  registryChangedNotification,
  releaseNotesRequest,
} from "../core/api/language.ts";
import { toDiagnostic } from "./convert.ts";
import type { Feature, Services } from "./feature.ts";
import { features } from "./features/index.ts";
import { clientFiles, type Files, noFiles } from "./files.ts";
import { infoOf, notesOf } from "./info.ts";
import { releaseFiles } from "./release.ts";
import { versionFinding } from "./version.ts";
import { type Entry, Workspace } from "./workspace.ts";

export interface Host {
  /** Files that the server reads itself; absent in a browser. */
  readonly files?: (roots: readonly string[]) => Files;
  readonly today: () => string;
}

/** Wires a connection: documents in, diagnostics out, features guarded. The only place that knows all parts. */
export function serve(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  let workspace: Workspace | undefined;
  const published = new Map<string, Set<string>>();
  const summaries = new Map<string, string>();
  let refreshesLenses = false;

  const services = (): Services => {
    if (!workspace) throw new ResponseError(LSPErrorCodes.RequestFailed, "The server was not initialised.");
    return { workspace, connection };
  };

  connection.onInitialize((params) => {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    refreshesLenses = params.capabilities.workspace?.codeLens?.refreshSupport === true;
    const roots = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    const files = options.files ? clientFiles(connection) : (host.files?.(roots) ?? noFiles);
    const baseline = async (uri: string, slug: string): Promise<BaselineResult | null> =>
      options.baseline ? connection.sendRequest<BaselineResult | null>(baselineRequest, { uri, slug }) : null;
    workspace = new Workspace({ files, baseline, today: host.today, onChange: (entry) => changed(entry) });
    return {
      serverInfo: { name: "Patchbay" },
      capabilities: Object.assign(
        { textDocumentSync: TextDocumentSyncKind.Incremental },
        ...features.map(({ capability }) => capability),
      ),
    };
  });

  /** Publishes the findings of every file of a connector, files that have none any more included. */
  function changed(entry: Entry): void {
    const version = versionFinding(entry);
    const findings = version
      ? [...entry.findings.filter(({ rule }) => rule !== version.rule), version]
      : entry.findings;
    entry.findings = findings;
    const space = services().workspace;
    const before = published.get(entry.uri) ?? new Set();
    const now = new Set<string>();
    for (const file of entry.connector.files) {
      const uri = space.uriOf(entry, file);
      const document = space.document(uri);
      const own = findings.filter((finding) => finding.place.file === file);
      if (!own.length && !document && !before.has(uri)) continue;
      now.add(uri);
      void connection.sendDiagnostics({
        uri,
        diagnostics: own.map(toDiagnostic),
        ...(document && { version: document.version }),
      });
    }
    for (const uri of before) if (!now.has(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    published.set(entry.uri, now);
    refreshLenses(entry);
    void connection.sendNotification(connectorChangedNotification, {
      uri: space.document(entry.uri)?.uri ?? entry.uri,
    });
  }

  /** An editor asks for lenses when its text changes; that the registry has answered it has to be told. */
  function refreshLenses({ uri, findings, baseline, verdict }: Entry): void {
    const blockers = findings.filter(({ severity }) => severity === "error").length;
    const summary = JSON.stringify([
      blockers,
      baseline?.version,
      baseline?.state,
      verdict?.bump,
      verdict?.changes.length,
    ]);
    if (summaries.get(uri) === summary) return;
    summaries.set(uri, summary);
    if (refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
  }

  documents.onDidChangeContent(({ document }) => services().workspace.open(document));
  documents.onDidClose(({ document }) => services().workspace.close(document.uri));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) services().workspace.changedOnDisk(uri);
  });

  for (const feature of features)
    connection.onRequest(feature.request, guard(feature as Feature<unknown>, connection, services));
  const ask = <P, R>(method: string, run: (params: P, space: Workspace) => Promise<R>): void => {
    connection.onRequest(method, (params: P): Promise<unknown> => run(params, services().workspace));
  };
  ask<ConnectorParams, ConnectorInfo | null>(connectorRequest, async ({ uri }, space) => {
    const entry = await space.entry(uri);
    if (!entry) return null;
    space.wantBaseline(entry);
    return infoOf(space, entry);
  });
  ask<unknown, ConnectorSummary[]>(connectorsRequest, async (_params, space) =>
    (await space.all()).map((entry) => ({
      uri: space.document(entry.uri)?.uri ?? entry.uri,
      name: entry.connector.displayName,
      slug: entry.connector.slugText,
      family: entry.connector.family,
    })),
  );
  ask<PackageParams, PackageResult | null>(packageRequest, async ({ uri, release }, space) => {
    const entry = await space.entry(uri);
    if (!entry) return null;
    const { connector } = entry;
    return {
      uri: entry.uri,
      slug: connector.slugText,
      name: connector.displayName,
      family: connector.family,
      files: releaseFiles(connector, release),
    };
  });
  ask<ConnectorParams, string>(releaseNotesRequest, async ({ uri }, space) => {
    const entry = await space.entry(uri);
    return entry ? notesOf(entry) : "";
  });
  connection.onNotification(registryChangedNotification, () => services().workspace.forgetBaselines());

  documents.listen(connection);
  connection.listen();
}

/** A feature that throws, or is asked about a document that is gone, answers `null`; why stands in the log. */
function guard(feature: Feature<unknown>, connection: Connection, services: () => Services) {
  return async (params: unknown, token: import("vscode-languageserver").CancellationToken): Promise<unknown> => {
    const start = performance.now();
    try {
      const answer = await feature.handle(params as never, services(), token);
      if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
      return answer ?? null;
    } catch (error) {
      connection.console.error(
        `${feature.name} failed after ${Math.round(performance.now() - start)} ms: ${error instanceof Error ? error.message : String(error)}`,
      );
      return null;
    }
  };
}
