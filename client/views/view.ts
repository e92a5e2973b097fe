/** The shape of a view: plain data and functions; `shell/tree.ts` shows it in VS Code. */
import type { Language, Session } from "../shell/ports.ts";
import type { Store, Topic } from "../shell/store.ts";
import type { Target } from "../shell/targets.ts";

/** What a row looks like. */
export interface Row {
  label: string;
  description?: string;
  tooltip?: string;
  /** Name of a codicon, and the theme colour it takes. */
  icon?: string;
  color?: string;
  /** What menus recognise the row by. */
  kind?: string;
  expand?: "open" | "closed";
  /** Command that a click runs. */
  click?: string;
  /** What commands invoked on this row work on. */
  target?: Target;
  /** Said by a screen reader in place of label and description. */
  spoken?: string;
  /** Stable identity, so that VS Code keeps what is expanded. */
  id?: string;
}

export interface ViewContext {
  language: Language;
  registry: Session;
  store: Store;
  now(): Date;
}

/** What an empty view says, and the one thing to do about it. */
export interface Welcome {
  when: string;
  text: string;
  buttons: readonly { title: string; command: string }[];
}

/** A node is a row and, where it has children, a way to get them. */
export interface Node {
  row: Row;
  children?(): Promise<readonly Node[]> | readonly Node[];
}

export interface View {
  id: string;
  name: string;
  icon: string;
  when?: string;
  welcome: readonly Welcome[];
  refreshOn: readonly Topic[];
  roots(context: ViewContext): Promise<readonly Node[]>;
  /** Number on the activity bar icon, with the sentence a screen reader says. */
  badge?(context: ViewContext): { value: number; tooltip: string } | undefined;
  /** Text beside the view's name. */
  description?(context: ViewContext): string | undefined;
}

export function children(node: Node): Promise<readonly Node[]> | readonly Node[] {
  return node.children?.() ?? [];
}

const newConnector = { title: "New Connector…", command: "patchbay.newConnector" };

/** What the views that need a registry say while they have none to ask. */
export const withoutRegistry: readonly Welcome[] = [
  {
    when: "!isWorkspaceTrusted",
    text: "Nothing is sent or started from a folder that you do not trust.",
    buttons: [{ title: "Manage Workspace Trust", command: "workbench.trust.manage" }],
  },
  {
    when: "isWorkspaceTrusted && patchbay.registry == none && patchbay.canStartRegistry",
    text: "No registry yet. A registry keeps every published version.",
    buttons: [
      { title: "Start Local Registry", command: "patchbay.startLocalRegistry" },
      { title: "Connect to a Registry…", command: "patchbay.addRegistry" },
    ],
  },
  {
    when: "isWorkspaceTrusted && patchbay.registry == none && !patchbay.canStartRegistry",
    text: "No registry yet. A registry keeps every published version.",
    buttons: [{ title: "Connect to a Registry…", command: "patchbay.addRegistry" }],
  },
  {
    when: "isWorkspaceTrusted && patchbay.registry == unreachable && patchbay.canStartRegistry",
    text: "The registry does not answer.",
    buttons: [
      { title: "Start Local Registry", command: "patchbay.startLocalRegistry" },
      { title: "Change Address", command: "patchbay.addRegistry" },
    ],
  },
  {
    when: "isWorkspaceTrusted && patchbay.registry == unreachable && !patchbay.canStartRegistry",
    text: "The registry does not answer.",
    buttons: [{ title: "Change Address", command: "patchbay.addRegistry" }],
  },
  {
    when: "isWorkspaceTrusted && patchbay.registry == unauthenticated",
    text: "You are not signed in to this registry.",
    buttons: [{ title: "Sign In", command: "patchbay.signIn" }],
  },
];

/** What the views about one connector say while there is none. */
export const withoutConnector: Welcome = {
  when: "!patchbay.hasConnector",
  text: "No connector is open. Open a connector's file, or make a new one.",
  buttons: [newConnector],
};
