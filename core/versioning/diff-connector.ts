import type { Connector } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";
import { canonical, changedExtensions, differs, type Sink } from "./facts.ts";

const place = (item: Item, connector: Connector) =>
  item.exists ? item.place : item.parent.exists ? item.parent.keyPlace : connector.root.keyPlace;

/** Compares a part of two connectors. */
export type Part = (before: Connector, after: Connector, sink: Sink) => void;
const emit = (sink: Sink, kind: string, entity: string, [old, now]: Both, before: Connector, after: Connector): void =>
  sink({ kind, entity, old: place(old, before), new: place(now, after) });
type Both = readonly [Item, Item];

/** Title, description and what else stands in `info`. The version is no part of the contract. */
const diffInfo: Part = (before, after, sink) => {
  if (before.family !== "powerplatform") return;
  const compare = (kind: string, entity: string, old: Item, now: Item): void => {
    if (differs(old, now)) emit(sink, kind, entity, [old, now], before, after);
  };
  compare("info.title-changed", "title", before.title, after.title);
  compare("info.description-changed", "description", before.description, after.description);
  const [old, now] = [before.root.get("info"), after.root.get("info")];
  for (const key of ["contact", "license", "termsOfService"])
    compare("info.metadata-changed", `info.${key}`, old.get(key), now.get(key));
  compare("extension.changed", "x-ms-api-annotation", old.get("x-ms-api-annotation"), now.get("x-ms-api-annotation"));
  for (const name of changedExtensions(old, now))
    compare("extension.changed", `info.${name}`, old.get(name), now.get(name));
};

/** Metadata and extensions of the document. */
const diffRoot: Part = (before, after, sink) => {
  if (before.family !== "powerplatform") return;
  for (const [key, kind] of ROOT) {
    const [old, now] = [before.root.get(key), after.root.get(key)];
    if (key === "tags" ? canonical(sorted(old)) !== canonical(sorted(now)) : differs(old, now))
      emit(sink, kind, key, [old, now], before, after);
  }
  const known: ReadonlySet<string> = new Set(ROOT.map(([key]) => key));
  const names = new Set(
    [...before.root.children(), ...after.root.children()]
      .map((item) => item.key)
      .filter((key) => key.startsWith("x-") && !known.has(key)),
  );
  for (const name of names) {
    const [old, now] = [before.root.get(name), after.root.get(name)];
    if (differs(old, now)) emit(sink, "extension.changed", name, [old, now], before, after);
  }
};

const ROOT = [
  ["x-ms-connector-metadata", "connector.metadata-changed"],
  ["tags", "connector.tags-changed"],
  ["externalDocs", "operation.external-docs-changed"],
  ["x-ms-capabilities", "connector.capability-changed"],
] as const satisfies readonly (readonly [string, string])[];

function sorted(item: Item): unknown {
  return item
    .children()
    .map((child) => canonical(child.toData()))
    .sort();
}

const diffServer: Part = (before, after, sink) => {
  const [old, now] = [before.server, after.server];
  if (old.host !== now.host)
    sink({
      kind: "server.host-changed",
      entity: "host",
      old: place(old.hostItem, before),
      new: place(now.hostItem, after),
      from: old.host,
      to: now.host,
    });
  if (!old.schemes.length && !now.schemes.length) return;
  const base = { entity: "schemes", old: place(old.schemesItem, before), new: place(now.schemesItem, after) };
  const lost = old.schemes.filter((scheme) => !now.schemes.includes(scheme));
  const gained = now.schemes.filter((scheme) => !old.schemes.includes(scheme));
  if (lost.includes("https") && now.schemes.length) sink({ ...base, kind: "server.scheme-secure-removed" });
  if (lost.includes("http") && now.schemes.includes("https")) sink({ ...base, kind: "server.scheme-insecure-removed" });
  if (gained.length && old.schemes.length) sink({ ...base, kind: "server.scheme-added", to: gained.join(", ") });
};

/** What stands on a connector as a whole: its texts, its metadata, its server. */
export const connectorParts: readonly Part[] = [diffInfo, diffRoot, diffServer];
