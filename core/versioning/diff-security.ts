import type { Connector, Operation } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";
import { canonical, type Sink } from "./facts.ts";

/** Compares `securityDefinitions`: schemes by name, then what a connection was built from. */
export function diffSchemes(before: Connector, after: Connector, sink: Sink): void {
  if (before.family !== "powerplatform" || after.family !== "powerplatform") return;
  const old = new Map(before.auth.children().map((item) => [item.key, item]));
  const now = new Map(after.auth.children().map((item) => [item.key, item]));
  for (const [name, item] of old) {
    const match = now.get(name);
    if (match) diffScheme(name, item, match, sink);
    else
      sink({
        kind: "auth-scheme.removed",
        entity: `security scheme ${name}`,
        old: item.keyPlace,
        new: after.auth.exists ? after.auth.keyPlace : after.root.keyPlace,
      });
  }
  for (const [name, item] of now)
    if (!old.has(name)) sink({ kind: "auth-scheme.added", entity: `security scheme ${name}`, new: item.keyPlace });
}

function diffScheme(name: string, before: Item, after: Item, sink: Sink): void {
  const emit = (aspect: string, key: string): void =>
    sink({
      kind: `auth-scheme.${aspect}`,
      entity: `security scheme ${name}`,
      old: placeOf(before, key),
      new: placeOf(after, key),
      from: text(before, key),
      to: text(after, key),
    });
  const differs = (key: string): boolean => text(before, key) !== text(after, key);
  if (differs("description")) emit("description-changed", "description");
  if (differs("type")) return emit("type-changed", "type");
  if (differs("name") && !sameHeader(before, after)) emit("api-key-name-changed", "name");
  if (differs("in")) emit("api-key-location-changed", "in");
  if (differs("flow")) emit("flow-changed", "flow");
  if (differs("authorizationUrl")) emit("authorization-url-changed", "authorizationUrl");
  if (differs("tokenUrl")) emit("token-url-changed", "tokenUrl");
  const named = (item: Item): Map<string, Item> =>
    new Map(
      item
        .get("scopes")
        .children()
        .flatMap((scope) => scopesIn([scope.key]).map((name) => [name, scope])),
    );
  const [old, now] = [named(before), named(after)];
  for (const [scope, item] of old) {
    const match = now.get(scope);
    if (!match)
      sink({
        kind: "auth-scheme.scope-removed",
        entity: `scope ${scope} of ${name}`,
        old: item.keyPlace,
        new: placeOf(after, "scopes"),
      });
    else if (item.string !== match.string && item.key === match.key)
      sink({
        kind: "auth-scheme.scope-description-changed",
        entity: `scope ${scope} of ${name}`,
        old: item.place,
        new: match.place,
      });
  }
  for (const [scope, item] of now)
    if (!old.has(scope))
      sink({ kind: "auth-scheme.scope-added", entity: `scope ${scope} of ${name}`, new: item.keyPlace });
}
/** Names of scopes; lists hold several in one entry, separated by spaces as in OAuth, or by commas. */
export function scopesIn(list: readonly string[]): string[] {
  return list.flatMap((entry) => entry.split(/[\s,]+/).filter(Boolean));
}
/** Whether a key is sent in the same header, whose name HTTP reads without letter case. */
function sameHeader(before: Item, after: Item): boolean {
  const name = (item: Item): string => text(item, "name").toLowerCase();
  return text(before, "in") === "header" && text(after, "in") === "header" && name(before) === name(after);
}
function text(item: Item, key: string): string {
  return item.get(key).string ?? "";
}
function placeOf(item: Item, key: string) {
  const child = item.get(key);
  return child.exists ? child.place : item.keyPlace;
}

/** One way to authenticate: the schemes that must come together, with their scopes. */
type Alternative = ReadonlyMap<string, readonly string[]>;

/** The ways in which an operation may be called: its own list, else the connector's. An empty list means without any. */
function alternatives(operation: Operation): Alternative[] {
  const own = operation.security;
  const list = own.exists ? own : operation.connector.root.get("security");
  return list
    .children()
    .map((item) => new Map(item.children().map((scheme) => [scheme.key, scopesIn(scheme.strings()).sort()])));
}
const schemesOf = (alternative: Alternative): string => [...alternative.keys()].sort().join(" + ");

/** Compares what an operation demands of a caller. */
export function diffRequirements(before: Operation, after: Operation, sink: Sink): void {
  if (after.connector.family !== "powerplatform") return;
  const old = alternatives(before);
  const now = alternatives(after);
  if (canonical(printed(old)) === canonical(printed(now))) return;
  const place = (operation: Operation) => {
    const root = operation.connector.root.get("security");
    return operation.security.exists
      ? operation.security.keyPlace
      : root.exists
        ? root.keyPlace
        : operation.idItem.place;
  };
  const emit = (aspect: string, from?: string, to?: string): void =>
    sink({
      kind: `auth-requirement.${aspect}`,
      entity: `authentication of ${after.id}`,
      operation: after,
      old: place(before),
      new: place(after),
      ...(from && { from }),
      ...(to && { to }),
    });
  if (!old.length) return emit("added", undefined, now.map(schemesOf).join(" or "));
  if (!now.length) return emit("removed", old.map(schemesOf).join(" or "));
  const byScheme = new Map(old.map((alternative) => [schemesOf(alternative), alternative]));
  const gone = new Map(byScheme);
  const fresh: Alternative[] = [];
  for (const alternative of now) {
    const match = byScheme.get(schemesOf(alternative));
    if (!match) {
      fresh.push(alternative);
      continue;
    }
    gone.delete(schemesOf(alternative));
    for (const [scheme, scopes] of alternative) {
      const had = match.get(scheme) ?? [];
      const more = scopes.filter((scope) => !had.includes(scope));
      const fewer = had.filter((scope) => !scopes.includes(scope));
      if (more.length) emit("scope-added", undefined, more.join(", "));
      if (fewer.length) emit("scope-removed", fewer.join(", "));
    }
  }
  // One more scheme beside an old one, in the same alternative, is a new demand and not another way in.
  for (const alternative of [...fresh]) {
    const grown = [...gone.values()].find((other) => [...other.keys()].every((scheme) => alternative.has(scheme)));
    if (!grown) continue;
    emit("added", schemesOf(grown), schemesOf(alternative));
    gone.delete(schemesOf(grown));
    fresh.splice(fresh.indexOf(alternative), 1);
  }
  for (const alternative of [...fresh]) {
    const shrunk = [...gone.values()].find((other) => [...alternative.keys()].every((scheme) => other.has(scheme)));
    if (!shrunk) continue;
    emit("removed", schemesOf(shrunk), schemesOf(alternative));
    gone.delete(schemesOf(shrunk));
    fresh.splice(fresh.indexOf(alternative), 1);
  }
  for (const alternative of gone.values()) emit("alternative-removed", schemesOf(alternative));
  for (const alternative of fresh) emit("alternative-added", undefined, schemesOf(alternative));
}
function printed(list: readonly Alternative[]): unknown {
  return list.map((alternative) => canonical(Object.fromEntries(alternative))).sort();
}
