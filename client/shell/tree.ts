/** Shows the views of client/views in VS Code: one adapter for all of them. */
import * as vscode from "vscode";
import { RegistryError } from "../../core/api/problems.ts";
import type { Node, View, ViewContext } from "../views/view.ts";
import { children } from "../views/view.ts";
import { explain, NoRegistry, Untrusted } from "./errors.ts";

/** What the welcome texts of empty views distinguish. */
export type RegistryState = "none" | "untrusted" | "unreachable" | "unauthenticated" | "ok";

/** Which state an error stands for; nothing when it is some other trouble. */
export function registryState(error: unknown): RegistryState | undefined {
  if (error instanceof NoRegistry) return "none";
  if (error instanceof Untrusted) return "untrusted";
  if (!(error instanceof RegistryError)) return undefined;
  if (error.code === "unreachable" || error.code === "unexpected") return "unreachable";
  if (error.code === "unauthenticated") return "unauthenticated";
  return undefined;
}

class Provider implements vscode.TreeDataProvider<Node> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #roots: () => Promise<readonly Node[]>;

  constructor(roots: () => Promise<readonly Node[]>) {
    this.#roots = roots;
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    return [...(node ? await children(node) : await this.#roots())];
  }

  getTreeItem({ row }: Node): vscode.TreeItem {
    const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(row.label, row.expand === "open" ? Expanded : row.expand ? Collapsed : None);
    if (row.id !== undefined) item.id = row.id;
    if (row.description !== undefined) item.description = row.description;
    if (row.tooltip !== undefined) item.tooltip = row.tooltip;
    if (row.icon)
      item.iconPath = row.color
        ? new vscode.ThemeIcon(row.icon, new vscode.ThemeColor(row.color))
        : new vscode.ThemeIcon(row.icon);
    if (row.kind !== undefined) item.contextValue = row.kind;
    if (row.click) item.command = { command: row.click, title: row.label, arguments: [row] };
    if (row.spoken !== undefined) item.accessibilityInformation = { label: row.spoken };
    return item;
  }
}

/** Registers all views; they refresh by the topics that each one names. */
export function registerViews(
  views: readonly View[],
  context: ViewContext,
  report: (state: RegistryState) => void,
): { dispose(): void; roots(id: string): Promise<readonly Node[]> } {
  const disposables: vscode.Disposable[] = [];
  const roots = new Map<string, () => Promise<readonly Node[]>>();
  for (const view of views) {
    const usesRegistry = view.refreshOn.includes("registry");
    const read = async (): Promise<readonly Node[]> => {
      try {
        const nodes = await view.roots(context);
        if (usesRegistry) report(context.registry.active() ? "ok" : "none");
        return nodes;
      } catch (error) {
        const state = registryState(error);
        // The states have welcome texts with a button, so the view stays empty; any other trouble becomes a row.
        if (state) report(state);
        if (state) return [];
        const { message } = explain(error);
        return [{ row: { label: message, icon: "error", tooltip: message, kind: "trouble" } }];
      }
    };
    // What a view has read may be what its badge counts.
    const readAndDecorate = async () => {
      const nodes = await read();
      decorate();
      return nodes;
    };
    roots.set(view.id, readAndDecorate);
    const provider = new Provider(readAndDecorate);
    const tree = vscode.window.createTreeView(view.id, { treeDataProvider: provider, showCollapseAll: true });
    const decorate = () => {
      const badge = view.badge?.(context);
      if (view.badge) tree.badge = badge;
      tree.description = view.description?.(context) ?? "";
    };
    decorate();
    disposables.push(
      tree,
      context.store.on((topic) => {
        if (!view.refreshOn.includes(topic)) return;
        decorate();
        provider.refresh();
        // VS Code asks only views that are seen; a badge counts in one that is folded, too.
        if (view.badge && topic === "registry" && !tree.visible && context.registry.active()) void readAndDecorate();
      }),
    );
  }
  return {
    dispose: () => vscode.Disposable.from(...disposables).dispose(),
    roots: (id) => roots.get(id)?.() ?? Promise.resolve([]),
  };
}
