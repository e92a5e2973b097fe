import type { ConnectorInfo } from "../../core/api/language.ts";
import type { CatalogueEntry, VersionEntry } from "../shell/ports.ts";
import { registryId } from "../shell/targets.ts";
import { ago, comparedWith, count } from "../shell/versions.ts";
import { changeNodes } from "./changes.ts";
import { type Node, type View, type ViewContext, withoutConnector, withoutRegistry } from "./view.ts";

const view: View = {
  id: "patchbay.versions",
  name: "Versions",
  icon: "versions",
  welcome: [...withoutRegistry, { ...withoutConnector, when: "patchbay.registry == ok && !patchbay.hasConnector" }],
  refreshOn: ["connector", "registry"],
  description: ({ store }) => store.selected?.name ?? store.active?.name,
  async roots(context) {
    const { registry, store } = context;
    const info = store.selected ? undefined : store.active;
    if (!info && !store.selected) return [];
    const client = await registry.connect();
    // Without a slug the registry cannot know it; the checklist says what is missing.
    if (info && !info.slug) return [workingCopy(info)];
    const id = store.selected?.id ?? (await registryId(client, info!.slug));
    const entry = await client.find(id);
    const mine = info ? [workingCopy(info)] : [];
    if (!entry) return mine;
    const versions = await client.versions(id);
    return [...mine, ...versions.map((version) => versionNode(context, entry, version))];
  },
};
export default view;

function workingCopy(info: ConnectorInfo): Node {
  const { verdict } = info;
  const description = !verdict
    ? "not published yet"
    : verdict.changes.length === 0
      ? `same as ${comparedWith(verdict)}`
      : `needs ${verdict.bump === "none" ? "patch" : verdict.bump} · ${info.next}`;
  const changes = verdict?.changes ?? [];
  return {
    row: {
      id: "workingCopy",
      label: "Working copy",
      description,
      icon: "edit",
      kind: "workingCopy",
      target: { uri: info.uri },
      click: "patchbay.showChanges",
      ...(changes.length > 0 ? { expand: "closed" as const } : {}),
      tooltip: verdict
        ? `Compared with ${comparedWith(verdict)}: ${count(changes.length, "change")}`
        : `${info.name} begins as ${info.next}`,
    },
    children: () => changeNodes(info),
  };
}

/** `published · 14 enterprises`, `superseded`, `deprecated until 2027-01-31`. */
export function stateText(entry: CatalogueEntry, version: VersionEntry): string {
  const newest = version.version === entry.latest;
  const state = !newest
    ? "superseded"
    : entry.state === "deprecated" && entry.sunset
      ? `deprecated until ${entry.sunset.slice(0, 10)}`
      : entry.state;
  const used = version.enterprises ? ` · ${count(version.enterprises, "enterprise")}` : "";
  return `${state}${used}`;
}

function versionNode({ now }: ViewContext, entry: CatalogueEntry, version: VersionEntry): Node {
  const newest = version.version === entry.latest;
  const deprecated = newest && entry.state === "deprecated";
  const notes = version.notes
    .split("\n")
    .map((line) => line.replace(/^[#>*\-\s]+/, "").trim())
    // A heading that only repeats the number tells nothing here.
    .filter((line) => line !== "" && line !== version.version);
  return {
    row: {
      id: `version/${entry.id}/${version.version}`,
      label: version.version,
      description: `${stateText(entry, version)} · ${ago(version.publishedAt, now())}`,
      icon: deprecated ? "warning" : newest ? "tag" : "history",
      ...(deprecated ? { color: "problemsWarningIcon.foreground" } : {}),
      kind: "version",
      target: { id: entry.id, version: version.version, name: entry.name },
      ...(notes.length > 0 ? { expand: "closed" as const } : {}),
      tooltip: [`${entry.name} ${version.version}`, version.notes.trim(), entry.message ?? ""]
        .filter(Boolean)
        .join("\n\n"),
    },
    children: () =>
      notes.map((line, index) => ({
        row: {
          id: `note/${entry.id}/${version.version}/${index}`,
          label: line,
          icon: "note",
          kind: "note",
          tooltip: line,
        },
      })),
  };
}
