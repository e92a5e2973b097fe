import type { Usage } from "../shell/ports.ts";
import { registryId } from "../shell/targets.ts";
import { count } from "../shell/versions.ts";
import { type Node, type Row, type View, withoutConnector, withoutRegistry } from "./view.ts";

const view: View = {
  id: "patchbay.usage",
  name: "Usage",
  icon: "graph",
  welcome: [
    ...withoutRegistry,
    { ...withoutConnector, when: "patchbay.registry == ok && !patchbay.hasConnector" },
    {
      when: "patchbay.registry == ok && patchbay.hasConnector",
      text: "This connector is not published yet, so nobody uses it.",
      buttons: [{ title: "Publish…", command: "patchbay.publish" }],
    },
  ],
  refreshOn: ["connector", "registry"],
  description: ({ store }) => store.selected?.name ?? store.active?.name,
  async roots({ registry, store }) {
    if (!store.selected && !store.active) return [];
    const client = await registry.connect();
    if (!store.selected && !store.active?.slug) return [];
    const id = store.selected?.id ?? (await registryId(client, store.active!.slug));
    if (!(await client.find(id))) return [];
    return usageNodes(await client.usage(id));
  },
};
export default view;

const blocks = "▁▂▃▄▅▆▇█";

/** A line of blocks, one per number; a screen reader is given the numbers in words instead. */
export function sparkLine(numbers: readonly number[]): string {
  const top = Math.max(...numbers, 0);
  if (top === 0) return "";
  return numbers.map((number) => blocks[Math.round((number / top) * (blocks.length - 1))]).join("");
}

function usageNodes(usage: Usage): Node[] {
  const text = (number: number) => number.toLocaleString("en-US");
  const line = (id: string, label: string, value: number, icon: string, extra: Partial<Row> = {}): Node => ({
    row: { id, label, description: text(value), icon, kind: "figure", spoken: `${label}: ${text(value)}`, ...extra },
  });
  const week = usage.daily.slice(-7);
  const nodes: Node[] = [
    line("enterprises", "Enterprises", usage.enterprises, "organization"),
    line("connections", "Active connections", usage.connections, "plug"),
    line("orchestrations", "Orchestrations", usage.orchestrations, "type-hierarchy"),
    line("calls7", "Calls, last 7 days", usage.calls7, "pulse", {
      description: `${text(usage.calls7)}  ${sparkLine(week)}`.trim(),
    }),
    line("calls30", "Calls, last 30 days", usage.calls30, "graph", {
      description: `${text(usage.calls30)}  ${sparkLine(usage.daily)}`.trim(),
    }),
  ];
  if (usage.versions.length > 0)
    nodes.push({
      row: {
        id: "versions",
        label: "Versions still in use",
        description: String(usage.versions.length),
        icon: "versions",
        expand: "closed",
        kind: "group",
      },
      children: () =>
        usage.versions.map(({ version, connections, calls }) => ({
          row: {
            id: `inuse/${version}`,
            label: version,
            description: [connections ? count(connections, "connection") : "", calls ? count(calls, "call") : ""]
              .filter(Boolean)
              .join(" · "),
            icon: "tag",
            kind: "figure",
          },
        })),
    });
  if (usage.operations.length > 0)
    nodes.push({
      row: { id: "operations", label: "Most used operations", icon: "symbol-method", expand: "closed", kind: "group" },
      children: () =>
        usage.operations.map(({ operation, calls }) => ({
          row: {
            id: `op/${operation}`,
            label: operation,
            description: count(calls, "call"),
            icon: "symbol-method",
            kind: "figure",
          },
        })),
    });
  if (usage.example)
    nodes.unshift({
      row: {
        id: "example",
        label: "Example data",
        description: "not measured",
        icon: "beaker",
        kind: "note",
        tooltip: "These numbers were made up to show what a connector in use looks like.",
      },
    });
  return nodes;
}
