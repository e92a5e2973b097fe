import type { Connector } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";
import { canonical, type Sink } from "./facts.ts";

const differs = (old: Item, now: Item): boolean => canonical(old.toData() ?? null) !== canonical(now.toData() ?? null);
const place = (item: Item, connector: Connector) =>
  item.exists ? item.place : item.parent.exists ? item.parent.keyPlace : connector.root.keyPlace;

/** Compares what stands on a connector as a whole: its texts, its server, its metadata. The version is no part of the contract. */
export function diffConnector(before: Connector, after: Connector, sink: Sink): void {
  const emit = (kind: string, entity: string, old: Item, now: Item): void =>
    sink({ kind, entity, old: place(old, before), new: place(now, after) });
  const pair = (...path: string[]): [Item, Item] => [before.root.path(...path), after.root.path(...path)];
  if (before.family === "powerplatform") {
    if (differs(before.title, after.title)) emit("info.title-changed", "title", before.title, after.title);
    if (differs(before.description, after.description))
      emit("info.description-changed", "description", before.description, after.description);
    for (const key of ["contact", "license", "termsOfService"]) {
      const [old, now] = pair("info", key);
      if (differs(old, now)) emit("info.metadata-changed", `info.${key}`, old, now);
    }
    const [oldAnnotation, newAnnotation] = pair("info", "x-ms-api-annotation");
    if (differs(oldAnnotation, newAnnotation))
      emit("extension.changed", "x-ms-api-annotation", oldAnnotation, newAnnotation);
    for (const [key, kind] of ROOT) {
      const [old, now] = pair(key);
      if (key === "tags" ? canonical(sorted(old)) !== canonical(sorted(now)) : differs(old, now))
        emit(kind, key, old, now);
    }
    const known: ReadonlySet<string> = new Set(ROOT.map(([key]) => key));
    const names = new Set(
      [...before.root.children(), ...after.root.children()]
        .map((item) => item.key)
        .filter((key) => key.startsWith("x-") && !known.has(key)),
    );
    for (const name of names) {
      const [old, now] = pair(name);
      if (differs(old, now)) emit("extension.changed", name, old, now);
    }
  }
  diffServer(before, after, sink);
}

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

function diffServer(before: Connector, after: Connector, sink: Sink): void {
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
  const upgraded = lost.includes("http") && now.schemes.includes("https");
  if (upgraded) sink({ ...base, kind: "server.scheme-insecure-removed" });
  // Going from http to https is one step, said by the removal of http.
  const added = upgraded ? gained.filter((scheme) => scheme !== "https") : gained;
  if (added.length && old.schemes.length) sink({ ...base, kind: "server.scheme-added", to: added.join(", ") });
}
