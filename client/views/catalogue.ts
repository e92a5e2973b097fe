import type { CatalogueEntry, DraftSummary } from "../shell/ports.ts";
import { ago, count } from "../shell/versions.ts";
import { type Node, type View, withoutRegistry } from "./view.ts";

const view: View = {
  id: "patchbay.catalogue",
  name: "Catalogue",
  icon: "library",
  welcome: [
    ...withoutRegistry,
    {
      when: "patchbay.registry == ok && !patchbay.filtered",
      text: "Nothing is published here yet.",
      buttons: [{ title: "Publish…", command: "patchbay.publish" }],
    },
    {
      when: "patchbay.registry == ok && patchbay.filtered",
      text: "Nothing in the catalogue matches the filter.",
      buttons: [{ title: "Filter Catalogue…", command: "patchbay.filterCatalogue" }],
    },
  ],
  refreshOn: ["registry", "filter"],
  description({ registry, store }) {
    const name = registry.active()?.name;
    return name && store.filter ? `${name} · “${store.filter}”` : name;
  },
  async roots({ registry, store, now }) {
    if (!registry.active()) return [];
    const client = await registry.connect();
    const [person, all, drafts] = await Promise.all([client.whoami(), client.list(), client.drafts()]);
    const shown = all.filter((entry) => matches(entry, store.filter));
    const entries = (scope: CatalogueEntry["scope"]) => shown.filter((entry) => entry.scope === scope).map(entryNode);
    const mine = drafts.filter(({ connector }) => hasWords(connector, store.filter));
    const groups: [string, string, string, Node[]][] = [
      ["global", "Global", "globe", entries("global")],
      ["enterprise", person.enterprise || person.namespace || "Your enterprise", "organization", entries("enterprise")],
      ["draft", "My drafts", "edit", mine.map((draft) => draftNode(draft, now()))],
    ];
    return groups
      .filter(([, , , nodes]) => nodes.length > 0)
      .map(([id, label, icon, nodes]) => ({
        row: {
          id: `group/${id}`,
          label,
          description: String(nodes.length),
          icon,
          expand: "open" as const,
          kind: "group",
          spoken: `${label}: ${count(nodes.length, "connector")}`,
        },
        children: () => nodes,
      }));
  },
};
export default view;

/** Every word must occur somewhere in what is known of the connector. */
export function matches(entry: CatalogueEntry, filter: string): boolean {
  const { name, slug, namespace, description, type, state, auth, scope, family } = entry;
  return hasWords([name, slug, namespace, description, type, state, auth, scope, family].join(" "), filter);
}

function hasWords(text: string, filter: string): boolean {
  const words = filter.toLowerCase().split(/\s+/);
  return words.every((word) => text.toLowerCase().includes(word));
}

/** A working copy that its author keeps in the registry. */
function draftNode({ connector, updated_at }: DraftSummary, now: Date): Node {
  const saved = `saved ${ago(updated_at, now)}`;
  return {
    row: {
      id: `draft/${connector}`,
      label: connector.slice(connector.indexOf("/") + 1),
      description: saved,
      icon: "edit",
      kind: "draft",
      target: { id: connector },
      tooltip: `Your working copy of ${connector}, ${saved}. Nobody else sees it.`,
      spoken: `Working copy of ${connector}, ${saved}`,
    },
  };
}

function entryNode(entry: CatalogueEntry): Node {
  const { id, namespace, name, scope, latest, state, sunset } = entry;
  const deprecated = state === "deprecated";
  const status = deprecated
    ? `deprecated${sunset ? ` until ${sunset.slice(0, 10)}` : ""}`
    : state === "unpublished"
      ? "unpublished"
      : "";
  return {
    row: {
      id: `entry/${id}`,
      label: name,
      // The group names the enterprise already; in the global one it is worth saying whose it is.
      description: [latest, status, scope === "global" ? namespace : ""].filter(Boolean).join(" · "),
      icon: deprecated ? "warning" : state === "unpublished" ? "circle-slash" : "plug",
      ...(deprecated ? { color: "problemsWarningIcon.foreground" } : {}),
      kind: `${state} ${entry.scope}`,
      click: "patchbay.showVersion",
      target: { id, name },
      tooltip: [
        `${name} ${latest}`,
        entry.description,
        id,
        [entry.type, entry.auth].filter(Boolean).join(" · "),
        deprecated ? `Deprecated${sunset ? ` until ${sunset.slice(0, 10)}` : ""}. ${entry.message ?? ""}` : "",
        entry.replacement ? `Replaced by ${entry.replacement}` : "",
      ]
        .filter(Boolean)
        .join("\n\n"),
      spoken: [name, `version ${latest}`, status].filter(Boolean).join(", "),
    },
  };
}
