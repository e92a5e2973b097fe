import type { CatalogueEntry } from "../shell/ports.ts";
import { count } from "../shell/versions.ts";
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
  async roots({ registry, store }) {
    if (!registry.active()) return [];
    const client = await registry.connect();
    const [person, all] = await Promise.all([client.whoami(), client.list()]);
    const shown = all.filter((entry) => matches(entry, store.filter));
    const groups: [string, string, CatalogueEntry[]][] = [
      ["global", "Global", shown.filter(({ scope, state }) => scope === "global" && state !== "draft")],
      [
        "enterprise",
        person.enterprise || person.namespace || "Your enterprise",
        shown.filter(({ scope, state }) => scope === "enterprise" && state !== "draft"),
      ],
      ["draft", "My drafts", shown.filter(({ state }) => state === "draft")],
    ];
    return groups
      .filter(([, , entries]) => entries.length > 0)
      .map(([id, label, entries]) => ({
        row: {
          id: `group/${id}`,
          label,
          description: String(entries.length),
          icon: id === "global" ? "globe" : id === "draft" ? "edit" : "organization",
          expand: "open" as const,
          kind: "group",
          spoken: `${label}: ${count(entries.length, "connector")}`,
        },
        children: () => entries.map(entryNode),
      }));
  },
};
export default view;

/** Every word must occur somewhere in what is known of the connector. */
export function matches(entry: CatalogueEntry, filter: string): boolean {
  const { name, slug, namespace, description, type, state, auth, scope, family } = entry;
  const text = [name, slug, namespace, description, type, state, auth, scope, family].join(" ").toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
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
