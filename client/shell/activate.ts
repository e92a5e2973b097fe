/** Everything that the Node and the web variant have in common: what happens when the extension is activated. */
import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import type { BaselineParams, BaselineResult } from "../../core/api/language.ts";
import { commands } from "../commands/index.ts";
import { signInTo } from "../commands/sign-in.ts";
import { views } from "../views/index.ts";
import type { Node } from "../views/view.ts";
import { registerAuthentication } from "./authentication.ts";
import { baselineCache } from "./baseline.ts";
import { guarded, registerCommands } from "./commands.ts";
import { CredentialList } from "./credentials.ts";
import { Cancelled, NoRegistry } from "./errors.ts";
import { keptBelow } from "./kept.ts";
import { clientOptions, connectLanguage, hasConnectors, isConnectorFile } from "./language.ts";
import { createNotesEditor } from "./notes.ts";
import type { Context, LocalRegistry, Ui } from "./ports.ts";
import { registerReadOnly } from "./read-only.ts";
import { createSession } from "./session.ts";
import type { Environment } from "./signing.ts";
import { createStatus } from "./status.ts";
import { Store } from "./store.ts";
import { registerViews } from "./tree.ts";
import { createUi } from "./ui.ts";

/** What differs between Node and browser. */
export interface Platform {
  client(options: LanguageClientOptions): BaseLanguageClient;
  /** The server has no files of its own. */
  offersFiles: boolean;
  local: LocalRegistry | undefined;
  environment: Environment;
}

/** What the extension hands to tests and to other extensions. */
export interface Api {
  /** Milliseconds from activation until the active connector is known, or until it is known that there is none. */
  ready: Promise<number>;
  roots(view: string): Promise<readonly Node[]>;
  store: Store;
  ui: Ui;
}

/** Wires language server, views, commands and status bar together. Nothing here reaches for the network. */
export function activate(extension: vscode.ExtensionContext, platform: Platform): Api {
  const started = Date.now();
  const log = vscode.window.createOutputChannel("Connectors", { log: true });
  const store = new Store();
  const credentials = new CredentialList(extension.secrets);
  const registry = createSession(credentials, platform.environment, async (entry, hasEnded) => {
    const question = hasEnded ? `Your sign-in to ${entry.name} has ended.` : `You are not signed in to ${entry.name}.`;
    if (!(await ui.confirm(question, "Sign In"))) throw new Cancelled();
    await signInTo(context, entry);
  });
  const kept = keptBelow(vscode.Uri.joinPath(extension.globalStorageUri, "baselines"), log);
  const baseline = baselineCache(registry, kept, () => new Date());
  const client = platform.client(clientOptions(log, platform.offersFiles));
  let starting: Promise<void> | undefined;
  const start = () => {
    starting ??= client.start().then(
      () => log.info(`Language server ready after ${Date.now() - started} ms`),
      (error) => {
        log.error(error);
        void vscode.window.showErrorMessage(
          "The language server did not start, so nothing is checked. The output channel Connectors says why.",
        );
        throw error;
      },
    );
    return starting;
  };
  const language = connectLanguage(client, start, {
    async baseline(params: BaselineParams): Promise<BaselineResult | null> {
      try {
        return await baseline.get(params.slug, params.which);
      } catch (error) {
        // The views say what is wrong with the registry.
        log.info(`No baseline of ${params.slug}: ${error instanceof Error ? error.message : error}`);
        return null;
      }
    },
    changed: (uri) => void refreshActive(uri),
  });
  const notes = createNotesEditor();
  const marks = vscode.languages.createDiagnosticCollection("patchbay validator log");
  const ui = createUi(notes, marks);
  const context: Context = {
    language: {
      ...language,
      registryChanged() {
        baseline.clear();
        language.registryChanged();
      },
    },
    // Only who has asked for something is asked back; views and the language server are content with what there is.
    registry: { ...registry, connect: () => registry.connect({ asks: true }) },
    ui,
    store,
    local: platform.local,
    refresh(...topics) {
      baseline.clear();
      for (const topic of topics) store.emit(topic);
    },
    now: () => new Date(),
  };

  const setContext = (key: string, value: unknown) =>
    vscode.commands.executeCommand("setContext", `patchbay.${key}`, value);
  const markEditor = () => {
    const path = vscode.window.activeTextEditor?.document.uri.path ?? "";
    void setContext("isConnector", isConnectorFile(path));
    void setContext("hasConnector", store.active !== undefined);
    void setContext("hasRegistry", registry.active() !== undefined);
    void setContext("filtered", store.filter !== "");
  };

  /** Asks for the connector of the active editor again; keeps the last one while something else is looked at. */
  let latest = 0;
  async function refreshActive(changed?: string): Promise<void> {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const wanted = uri && isConnectorFile(uri.path) ? uri.toString() : store.active?.uri;
    const mine = ++latest;
    let info = wanted ? await language.connector(wanted) : null;
    if (!info && !store.active) {
      const [first] = await language.connectors();
      info = first ? await language.connector(first.uri) : null;
    }
    if (mine !== latest) return;
    if (info || (changed && changed === store.active?.uri)) store.active = info ?? undefined;
    markEditor();
  }
  const editorChanged = async () => {
    markEditor();
    const path = vscode.window.activeTextEditor?.document.uri.path ?? "";
    if (starting || isConnectorFile(path)) await refreshActive();
  };
  const quietly = (work: () => Promise<unknown>) =>
    guarded(
      work,
      async (text) => void log.warn(text),
      () => {},
    );

  const accounts = registerAuthentication(
    credentials,
    async (url) => {
      const entry = url ? registry.entries().find((one) => one.url === url) : registry.active();
      if (!entry) throw new NoRegistry();
      await signInTo(context, entry);
      return entry.url;
    },
    () => {
      context.language.registryChanged();
      context.refresh("registry");
    },
  );
  const trees = registerViews(
    views,
    { language, registry, store, now: context.now },
    (state) => void setContext("registry", state),
  );
  extension.subscriptions.push(
    marks,
    log,
    notes,
    trees,
    accounts,
    createStatus(store),
    registerCommands(commands, context, log),
    registerReadOnly(() => registry.connect()),
    vscode.window.onDidChangeActiveTextEditor(() => void quietly(editorChanged)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => context.language.registryChanged()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => context.refresh("registry")),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration("patchbay.registries") && !event.affectsConfiguration("patchbay.registry"))
        return;
      context.language.registryChanged();
      context.refresh("registry");
      markEditor();
    }),
    store.on(markEditor),
    { dispose: () => (client.isRunning() ? client.stop() : undefined) },
  );
  void setContext("canStartRegistry", platform.local !== undefined);
  void setContext("registry", vscode.workspace.isTrusted ? (registry.active() ? "unknown" : "none") : "untrusted");
  markEditor();

  // VS Code activates the extension for any JSON or YAML file, so the server waits for a connector.
  const ready = hasConnectors().then(async (there) => {
    if (there) await quietly(refreshActive);
    return Date.now() - started;
  });
  return { ready, roots: trees.roots, store, ui };
}
