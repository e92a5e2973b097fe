import type { ConnectorInfo, WireChange } from "../../core/api/language.ts";
import { byOperation, type ChangeGroup, shortMessage } from "../../core/guide/groups.ts";
import { changeIcon } from "../commands/show-changes.ts";
import { count } from "../shell/versions.ts";
import { type Node, type Row, type View, withoutConnector } from "./view.ts";

const view: View = {
  id: "patchbay.changes",
  name: "Changes by Operation",
  icon: "list-tree",
  welcome: [withoutConnector],
  refreshOn: ["connector"],
  description: ({ store }) => store.active?.name,
  async roots({ store }) {
    const info = store.active;
    return info ? [{ row: summary(info) }, ...changeNodes(info)] : [];
  },
};
export default view;

/** The top line: what is compared, and what it comes to. A click shows both texts beside each other. */
function summary({ uri, name, next, verdict }: ConnectorInfo): Row {
  const base = { id: "compared", target: { uri } };
  if (!verdict)
    return {
      ...base,
      label: "Nothing to compare with yet",
      description: `begins as ${next}`,
      tooltip: `${name} was not published yet. From then on, what changes is listed here. Click to publish it.`,
      icon: "info",
      kind: "uncompared",
      click: "patchbay.publish",
    };
  const { baseline, bump, changes, published_at } = verdict;
  const same = changes.length === 0;
  // Only of a published version the registry has the text.
  const text = published_at
    ? { kind: "compared", click: "patchbay.compare", target: { uri, version: baseline } }
    : { kind: "uncompared" };
  return {
    ...base,
    ...text,
    label: same ? `Same as ${baseline}` : `Needs ${bump === "none" ? "patch" : bump}`,
    description: same ? "" : `${next} · since ${baseline}`,
    tooltip: `${name} compared with ${baseline}: ${count(changes.length, "change")}.${published_at ? " Click to see both texts." : ""}`,
    icon: same ? "pass" : changeIcon[bump],
    ...(same ? { color: "testing.iconPassed" } : colorOf(bump)),
  };
}

const areaIcon = { "sign-in": "key", connection: "plug", definition: "symbol-file" } as const;

/** So many changes are shown at once; of more only what breaks. */
const few = 30;

/** What is shown of a change, wherever it comes from. */
type Shown = Pick<WireChange, "id" | "bump" | "entity" | "message" | "operation">;

/** Changes of the working copy below the operation, or the area of the connector, that they belong to. */
export function changeNodes({ verdict }: ConnectorInfo): Node[] {
  return changesByOperation(verdict?.changes ?? [], ({ uri, range }) =>
    uri ? { click: "patchbay.openPlace", target: { uri, ...(range && { range }) } } : {},
  );
}

/** Changes below the operation, or the area, that they belong to; `place` says what a click does. */
export function changesByOperation<C extends Shown>(
  changes: readonly C[],
  place: (change: C) => Pick<Row, "click" | "target">,
  prefix = "",
): Node[] {
  return byOperation({ changes }).map((group) => ({
    row: groupRow(group, changes.length <= few, prefix),
    children: () => group.changes.map((change, index) => leaf(change, index, place(change), prefix)),
  }));
}

function groupRow({ title, operation, area, bump, changes }: ChangeGroup<Shown>, isOpen: boolean, prefix: string): Row {
  return {
    id: `${prefix}${operation === undefined ? `area/${area}` : `operation/${operation}`}`,
    label: title,
    description: `${bump} · ${count(changes.length, "change")}`,
    icon: area ? areaIcon[area] : "symbol-method",
    ...colorOf(bump),
    kind: "operation",
    expand: isOpen || bump === "major" ? "open" : "closed",
    spoken: `${title}: ${count(changes.length, "change")}, the largest is ${bump}`,
  };
}

function leaf(change: Shown, index: number, place: Pick<Row, "click" | "target">, prefix: string): Node {
  const { id, entity, bump, message } = change;
  return {
    row: {
      id: `${prefix}change/${id}/${entity}/${index}`,
      label: shortMessage(change),
      description: bump,
      tooltip: `${message}\n\n${bump} · ${id}`,
      icon: changeIcon[bump],
      ...colorOf(bump),
      kind: "change",
      ...place,
      spoken: `${bump}: ${message}`,
    },
  };
}

export function colorOf(bump: WireChange["bump"]): Pick<Row, "color"> {
  return bump === "major" ? { color: "problemsErrorIcon.foreground" } : {};
}
