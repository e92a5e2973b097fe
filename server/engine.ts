import type { Connection, InitializeParams } from "vscode-languageserver";
import {
  type BaselineParams,
  type BaselineResult,
  baselineRequest,
  type ConnectorInfo,
  type ConnectorParams,
  type ConnectorSummary,
  connectorChangedNotification,
  connectorRequest,
  connectorsRequest,
  type ExplainLogParams,
  explainLogRequest,
  type InitializationOptions,
  type MigrationGuideParams,
  migrationGuideRequest,
  type PackageParams,
  type PackageResult,
  packageRequest,
  registryChangedNotification,
  releaseNotesRequest,
  trustedNotification,
  type WaiveParams,
  type WaiveResult,
  type WireExplained,
  waiveRequest,
} from "../core/api/language.ts";
import type { Verdict } from "../core/versioning/types.ts";
import { baselineSource } from "./baselines.ts";
import { Diagnostics } from "./diagnostics.ts";
import type { Entry } from "./entry.ts";
import { type Feature, Refusal, type Services } from "./feature.ts";
import { features } from "./features/index.ts";
import { clientFiles, noFiles } from "./files.ts";
import { asksFor, type Host } from "./host.ts";
import { infoOf } from "./info.ts";
import { explained } from "./log.ts";
import { guideOf, notesOf, releaseFiles } from "./release.ts";
import { waiveFinding } from "./waive.ts";
import { canonicalUri, type EntryChange, Workspace } from "./workspace.ts";

/** `MessageType.Warning` of the protocol, whose library is no part of this bundle. */
const WARNING = 2;

/** Views learn of changes after so many milliseconds at most; diagnostics do not wait. */
const VIEWS = 50;

/** Wires a connection that was initialised: documents in, diagnostics out, features guarded. The only place that knows all parts. */
export function attach(connection: Connection, params: InitializeParams, host: Host): void {
  const summaries = new Map<string, string>();
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const refreshesLenses = params.capabilities.workspace?.codeLens?.refreshSupport === true;
  const roots = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  const files = options.files ? clientFiles(connection) : (host.files?.(roots) ?? noFiles);
  const ask = async (wanted: BaselineParams): Promise<BaselineResult | null> =>
    options.baseline ? connection.sendRequest<BaselineResult | null>(baselineRequest, wanted) : null;
  let isTrusted = options.trusted !== false;
  const folders = roots.map((uri) => canonicalUri(uri).replace(/\/$/, ""));
  const baseline = baselineSource({
    ask,
    files,
    git: () => (isTrusted ? host.git : undefined),
    roots: folders,
    // A notification: asking for an answer is more than every client can do.
    tell: (message) => void connection.sendNotification("window/showMessage", { type: WARNING, message }),
  });
  const workspace = new Workspace({
    files,
    baseline,
    today: host.today,
    later: host.later,
    roots: folders,
    onChange: changed,
    isShownOn: (uri, line) => diagnostics.isOn(uri, line),
  });
  const diagnostics = new Diagnostics(connection, workspace);
  diagnostics.announce(asksFor(params), params.capabilities.workspace?.diagnostics?.refreshSupport === true);
  const renames = params.capabilities.workspace?.workspaceEdit?.resourceOperations?.includes("rename") === true;
  const services: Services = { workspace, connection, waives: options.waives === true, renames };

  /** What was known of an entry when its client was last told. */
  const told = new WeakMap<Entry, { version: number; verdict: Verdict | undefined }>();
  function changed(entry: Entry, { own, moved }: EntryChange): void {
    const { version, verdict } = entry;
    const before = told.get(entry);
    if (before && before.version === version && before.verdict === verdict && !moved) return diagnostics.confirm(entry);
    const same = before !== undefined && before.version === version && before.verdict === verdict;
    told.set(entry, { version, verdict });
    diagnostics.publish(entry, own);
    if (same) return;
    // Views and lenses are looked at between two keys, and not while one is pressed.
    if (!untold.size) setTimeout(tellViews, VIEWS);
    untold.add(entry);
  }
  const untold = new Set<Entry>();
  function tellViews(): void {
    for (const entry of untold) {
      refreshLenses(entry);
      const uri = workspace.document(entry.uri)?.uri ?? entry.uri;
      void connection.sendNotification(connectorChangedNotification, { uri });
    }
    untold.clear();
  }

  /** An editor asks for lenses when its text changes; that the registry has answered it has to be told. */
  function refreshLenses({ uri, findings, baseline, verdict }: Entry): void {
    if (!refreshesLenses) return;
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
    connection.sendRequest("workspace/codeLens/refresh").catch(() => {});
  }

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => workspace.open(uri, version, text));
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
    workspace.change(uri, contentChanges, version),
  );
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => workspace.close(uri));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) workspace.changedOnDisk(uri);
  });

  connection.languages.diagnostics.on(({ textDocument, previousResultId }) =>
    diagnostics.document(textDocument.uri, previousResultId),
  );
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }) => ({
    items: await diagnostics.all(new Map(previousResultIds.map(({ uri, value }) => [uri, value]))),
  }));
  for (const feature of features)
    connection.onRequest(feature.request, guard(feature as Feature<unknown>, connection, services, host));
  const answer = <P, R>(method: string, run: (params: P, space: Workspace) => Promise<R>): void => {
    connection.onRequest(method, (params: P): Promise<unknown> => run(params, workspace));
  };
  answer<ConnectorParams, ConnectorInfo | null>(connectorRequest, async ({ uri }, space) => {
    const entry = await space.checked(uri);
    if (!entry) return null;
    space.wantBaseline(entry);
    return infoOf(space, entry);
  });
  answer<unknown, ConnectorSummary[]>(connectorsRequest, async (_params, space) =>
    (await space.all()).map((entry) => ({
      uri: space.document(entry.uri)?.uri ?? entry.uri,
      name: entry.connector.displayName,
      slug: entry.connector.slugText,
      family: entry.connector.family,
    })),
  );
  answer<PackageParams, PackageResult | null>(packageRequest, async ({ uri, release }, space) => {
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
  answer<ConnectorParams, string>(releaseNotesRequest, async ({ uri }, space) => {
    const entry = await space.entry(uri);
    return entry ? notesOf(entry) : "";
  });
  answer<MigrationGuideParams, string>(migrationGuideRequest, async (params, space) => {
    const entry = await space.entry(params.uri);
    return entry ? guideOf(entry, params, host.today()) : "";
  });
  answer<WaiveParams, WaiveResult | null>(waiveRequest, (params, space) => waiveFinding(space, params));
  answer<ExplainLogParams, WireExplained[]>(explainLogRequest, async ({ uri, text }, space) => {
    const entry = await space.checked(uri);
    return entry ? explained(space, entry, text, host.today()) : [];
  });
  connection.onNotification(registryChangedNotification, () => workspace.forgetBaselines());
  connection.onNotification(trustedNotification, () => {
    isTrusted = true;
    workspace.forgetBaselines();
  });
}

/** A feature that throws, or is asked about a document that is gone, answers `null`; why stands in the log. */
function guard(feature: Feature<unknown>, connection: Connection, services: Services, host: Host) {
  return async (params: unknown, token: import("vscode-languageserver").CancellationToken): Promise<unknown> => {
    const start = performance.now();
    try {
      const answer = await feature.handle(params as never, services, token);
      if (token.isCancellationRequested) return host.cancelled();
      return answer ?? null;
    } catch (error) {
      if (error instanceof Refusal) return host.refused(error.message);
      connection.console.error(
        `${feature.name} failed after ${Math.round(performance.now() - start)} ms: ${error instanceof Error ? error.message : String(error)}`,
      );
      return null;
    }
  };
}
