/** From what a command was invoked on (a file, a row of a view, nothing at all) to the connector that is meant. */
import type { ConnectorInfo, WireRange } from "../../core/api/language.ts";
import { Sentence } from "./errors.ts";
import type { CatalogueEntry, Context, RegistryClient } from "./ports.ts";

/** What rows of views, code lenses and menus hand to a command. */
export interface Target {
  uri?: string;
  range?: WireRange;
  rule?: string;
  /** `namespace/slug`. */
  id?: string;
  version?: string;
  name?: string;
  /** A request for review, and a file of it. */
  review?: string;
  path?: string;
  /** A token handed over by a script, so that signing in asks nothing. */
  token?: string;
}

/** Reads whatever VS Code passed. */
export function targetOf(argument: unknown): Target {
  if (typeof argument === "string") return { uri: argument };
  if (!argument || typeof argument !== "object") return {};
  // A row of a view carries its target; a click hands over the row, a menu the node around it.
  const row = "row" in argument && argument.row && typeof argument.row === "object" ? argument.row : argument;
  if ("target" in row) return (row.target ?? {}) as Target;
  return argument as Target;
}

/** The connector that a command works on: the one pointed at, else the active one, else one that the person picks. */
export async function workingCopy(context: Context, argument: unknown, title: string): Promise<ConnectorInfo> {
  const { uri } = targetOf(argument);
  const wanted = uri ?? context.store.active?.uri;
  if (wanted) {
    const info = await context.language.connector(wanted);
    if (info) return info;
  }
  const all = await context.language.connectors();
  if (all.length === 0)
    throw new Sentence("There is no connector in this workspace yet.", {
      title: "New Connector…",
      command: "patchbay.newConnector",
    });
  const chosen =
    all.length === 1
      ? all[0]!.uri
      : await context.ui.pick(
          { title, placeholder: "Which connector?" },
          all.map(({ uri, name, slug }) => ({ label: name || slug, description: slug, icon: "plug", value: uri })),
        );
  const info = await context.language.connector(chosen);
  if (!info) throw new Sentence("This file is no connector any more.");
  return info;
}

/** Name in the registry of a connector in the workspace. */
export async function registryId(client: RegistryClient, slug: string): Promise<string> {
  const namespace = client.entry.namespace || (await client.whoami()).namespace;
  return `${namespace}/${slug}`;
}

/** The published connector that a command works on. */
export async function published(
  context: Context,
  argument: unknown,
  title: string,
): Promise<{ client: RegistryClient; entry: CatalogueEntry }> {
  const target = targetOf(argument);
  const client = await context.registry.connect();
  let id = target.id ?? (target.uri ? undefined : context.store.selected?.id);
  let name = target.name;
  if (!id && (target.uri || context.store.active)) {
    const info = await workingCopy(context, argument, title);
    id = await registryId(client, info.slug);
    name = info.name;
  }
  if (!id) {
    const all = await client.list();
    if (all.length === 0)
      throw new Sentence(`Nothing is published in ${client.entry.name} yet.`, {
        title: "Publish…",
        command: "patchbay.publish",
      });
    const entry = await context.ui.pick(
      { title, placeholder: "Which connector?" },
      all.map((entry) => ({
        label: entry.name,
        description: `${entry.latest} · ${entry.id}`,
        icon: "plug",
        value: entry,
      })),
    );
    return { client, entry };
  }
  const entry = await client.find(id);
  if (!entry)
    throw new Sentence(`${name ?? id} is not published in ${client.entry.name} yet.`, {
      title: "Publish…",
      command: "patchbay.publish",
    });
  return { client, entry };
}

/** `namespace/slug@1.4.0`. */
export function reference(id: string, version: string): string {
  return `${id}@${version}`;
}
