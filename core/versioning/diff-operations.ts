import type { Connector, Operation } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";
import { diffInputs } from "./diff-inputs.ts";
import { diffOutputs } from "./diff-outputs.ts";
import { diffRequirements } from "./diff-security.ts";
import { canonical, changedExtensions, differs, type Fact, type Sink } from "./facts.ts";
import type { Identity } from "./identities.ts";
import type { SchemaDiffer } from "./schema-differ.ts";
import type { Unchanged } from "./unchanged.ts";

/** The day until which a deprecated operation is promised to stay. */
const SUNSET = "x-sunset";

/** What comparing operations needs beside them. */
export interface Comparing {
  readonly before: Connector;
  readonly after: Connector;
  readonly unchanged: Unchanged;
  readonly request: SchemaDiffer;
  readonly response: SchemaDiffer;
  /** Base paths of both versions. */
  readonly basePaths: () => readonly [string, string];
}

/** Compares an operation of both versions, from path to response. */
export function diffOperation(old: Operation, now: Operation, comparing: Comparing, sink: Sink): void {
  const { unchanged } = comparing;
  const alike = unchanged.operation(old, now);
  if (alike && unchanged.below(old)) return;
  // What is written alike differs in what it refers to, if at all.
  if (!alike) {
    diffAddress(old, now, comparing.basePaths(), sink);
    diffTexts(old, now, sink);
    diffTraits(old, now, sink);
    diffExtensions(old, now, sink);
    diffRequirements(old, now, sink);
    diffMediaTypes(old, now, sink);
  }
  diffInputs(old, now, comparing.request, alike, sink);
  diffOutputs(old, now, comparing.response, alike, sink);
}

export function addition(now: Operation): Fact {
  return {
    kind: "operation.added",
    entity: `operation ${now.id}`,
    operation: now,
    new: idPlace(now),
    internal: now.internal,
  };
}

/** Which operations of two versions are the same. */
export interface Pairing {
  readonly pairs: readonly (readonly [Operation, Operation])[];
  readonly removed: readonly Operation[];
  readonly added: readonly Operation[];
  /** All of the new version. */
  readonly operations: readonly Operation[];
}

/**
 * By id first; what is left over by method and effective address, which is then the same operation under another id. Pairs come
 * in the order of the old version, however they were found. `identities` are those of the operations of both versions.
 */
export function pairUp(
  before: Connector,
  after: Connector,
  [known, current]: readonly [readonly Identity[], readonly Identity[]],
): Pairing {
  const { operations } = after;
  const byId = new Map<string, number>();
  for (const [i, { id }] of current.entries()) if (id) byId.set(id, i);
  const paired = new Set<number>();
  const matches = known.map(({ id }) => {
    const match = id ? byId.get(id) : undefined;
    if (match === undefined || paired.has(match)) return -1;
    paired.add(match);
    return match;
  });
  if (matches.includes(-1)) {
    const byAddress = new Map<string, number>();
    const [oldBase, base] = [before.server.basePath, after.server.basePath];
    for (const [i, identity] of current.entries()) if (!paired.has(i)) byAddress.set(address(identity, base), i);
    for (const [i, identity] of known.entries()) {
      const match = (matches[i] as number) < 0 ? byAddress.get(address(identity, oldBase)) : undefined;
      if (match === undefined || paired.has(match)) continue;
      matches[i] = match;
      paired.add(match);
    }
  }
  const pairs: (readonly [Operation, Operation])[] = [];
  const removed: Operation[] = [];
  for (const [i, old] of before.operations.entries()) {
    const now = operations[matches[i] as number];
    if (now) pairs.push([old, now]);
    else removed.push(old);
  }
  return { pairs, removed, added: operations.filter((_, i) => !paired.has(i)), operations };
}

function idPlace(operation: Operation) {
  return operation.idItem.exists
    ? operation.idItem.isObject
      ? operation.idItem.keyPlace
      : operation.idItem.place
    : operation.item.keyPlace;
}

/** Path as called, with the names of its parameters blanked: they are parameters, and no part of the address. */
function effectivePath(operation: { readonly path: string }, basePath: string): string {
  return template(basePath + operation.path);
}
function template(path: string): string {
  return path.replace(/\{[^}]*\}/g, "{}").replace(/\/{2,}/g, "/");
}
function address(identity: Identity, basePath: string): string {
  return `${identity.method} ${effectivePath(identity, basePath)}`;
}

/** Id, path and method. A path that moved with the base path is one fact of the whole file, whoever finds it. */
function diffAddress(
  before: Operation,
  after: Operation,
  [oldBase, newBase]: readonly [string, string],
  sink: Sink,
): void {
  const base = { entity: `operation ${after.id || after.path}`, operation: after, valuePath: `operation/${before.id}` };
  if (before.id !== after.id) {
    const aspect = !before.id
      ? "id-added"
      : !after.id
        ? "id-dropped"
        : before.id.toLowerCase() === after.id.toLowerCase()
          ? "id-case-changed"
          : "id-changed";
    sink({
      ...base,
      kind: `operation.${aspect}`,
      old: idPlace(before),
      new: idPlace(after),
      from: before.id,
      to: after.id,
    });
  }
  if (before.method !== after.method)
    sink({
      ...base,
      kind: "operation.method-changed",
      old: before.methodItem.keyPlace,
      new: after.methodItem.keyPlace,
      from: before.method,
      to: after.method,
    });
  if (effectivePath(before, oldBase) === effectivePath(after, newBase)) return;
  if (template(before.path) === template(after.path) && oldBase !== newBase) {
    const [old, now] = [before.connector.server.basePathItem, after.connector.server.basePathItem];
    return sink({
      kind: "server.base-path-changed",
      entity: "base path",
      old: old.exists ? old.place : before.connector.root.keyPlace,
      new: now.exists ? now.place : after.connector.root.keyPlace,
      from: oldBase || "/",
      to: newBase || "/",
    });
  }
  sink({
    ...base,
    kind: "operation.path-changed",
    old: before.pathItem.keyPlace,
    new: after.pathItem.isObject ? after.pathItem.keyPlace : after.pathItem.place,
    from: before.path,
    to: after.path,
  });
}

function diffTexts(before: Operation, after: Operation, sink: Sink): void {
  const base = { entity: `operation ${after.id}`, operation: after };
  const emit = (aspect: string, old: Item, now: Item): void =>
    sink({
      ...base,
      kind: `operation.${aspect}`,
      old: old.exists ? old.place : before.idItem.keyPlace,
      new: now.exists ? now.place : idPlace(after),
    });
  if (differs(before.summary, after.summary)) emit("summary-changed", before.summary, after.summary);
  else if (differs(before.item.get("x-ms-summary"), after.item.get("x-ms-summary")))
    emit("summary-changed", before.item.get("x-ms-summary"), after.item.get("x-ms-summary"));
  if (differs(before.description, after.description))
    emit("description-changed", before.description, after.description);
  const tags = (operation: Operation): string[] => operation.item.get("tags").strings().sort();
  if (canonical(tags(before)) !== canonical(tags(after)))
    emit("tags-changed", before.item.get("tags"), after.item.get("tags"));
  if (differs(before.item.get("externalDocs"), after.item.get("externalDocs")))
    emit("external-docs-changed", before.item.get("externalDocs"), after.item.get("externalDocs"));
  if (before.connector.family === "definition" && differs(before.item.get("tests"), after.item.get("tests")))
    emit("tests-changed", before.item.get("tests"), after.item.get("tests"));
}

/** Deprecation, visibility, trigger, pagination and the other marks of an operation. */
function diffTraits(before: Operation, after: Operation, sink: Sink): void {
  const emit = (kind: string, old: Item, now: Item, from?: string, to?: string): void =>
    sink({
      kind,
      entity: `operation ${after.id}`,
      operation: after,
      valuePath: `operation/${after.id}${kind === "operation.hidden" ? "/x-ms-visibility" : ""}`,
      old: old.exists ? old.place : before.idItem.keyPlace,
      new: now.exists ? now.place : idPlace(after),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    });
  const [old, now] = [before.item, after.item];
  if (before.deprecated !== after.deprecated)
    emit(
      after.deprecated ? "operation.deprecated" : "operation.undeprecated",
      old.get("deprecated"),
      now.get("deprecated"),
    );
  if (before.visibility !== after.visibility)
    emit(
      after.internal ? "operation.hidden" : before.internal ? "operation.unhidden" : "operation.visibility-changed",
      old.get("x-ms-visibility"),
      now.get("x-ms-visibility"),
      before.visibility,
      after.visibility,
    );
  if (!before.trigger !== !after.trigger)
    emit(after.trigger ? "trigger.added" : "trigger.removed", old.get("x-ms-trigger"), now.get("x-ms-trigger"));
  else if (before.trigger !== after.trigger)
    emit("trigger.batch-mode-changed", old.get("x-ms-trigger"), now.get("x-ms-trigger"), before.trigger, after.trigger);
  for (const name of ["x-ms-trigger-hint", "x-ms-trigger-metadata"])
    if (differs(old.get(name), now.get(name))) emit("trigger.hint-changed", old.get(name), now.get(name));
  diffAnnotation(old.get("x-ms-api-annotation"), now.get("x-ms-api-annotation"), emit);
  const chunk = (item: Item): boolean => item.path("x-ms-capabilities", "chunkTransfer").boolean === true;
  if (chunk(old) !== chunk(now))
    emit(
      chunk(now) ? "operation.chunk-transfer-added" : "operation.chunk-transfer-removed",
      old.get("x-ms-capabilities"),
      now.get("x-ms-capabilities"),
    );
  const [page, nextPage] = [before.pagination, after.pagination];
  if (!page.exists !== !nextPage.exists)
    emit(nextPage.exists ? "operation.pagination-added" : "operation.pagination-removed", page, nextPage);
  else if (page.exists && differs(page, nextPage)) {
    const contract =
      before.connector.family === "definition" && page.get("type").string !== nextPage.get("type").string;
    emit(contract ? "operation.pagination-contract-changed" : "operation.pagination-changed", page, nextPage);
  }
}

/** Extensions of an operation that no other fact speaks about. */
function diffExtensions(before: Operation, after: Operation, sink: Sink): void {
  for (const name of changedExtensions(before.item, after.item)) {
    const [old, now] = [before.item.get(name), after.item.get(name)];
    const sunset = name === SUNSET ? sunsetKind(old, now, after.deprecated) : undefined;
    sink({
      kind: sunset ?? "extension.changed",
      entity: `${sunset ? "sunset" : name} of ${after.id}`,
      ...(sunset && { from: old.string ?? "", to: now.string ?? "" }),
      operation: after,
      old: old.exists ? old.keyPlace : before.idItem.keyPlace,
      new: now.exists ? now.keyPlace : idPlace(after),
    });
  }
}

/** Which way the promised day went; `undefined` where one of the texts is no day, or the first day is named. */
function sunsetKind(old: Item, now: Item, deprecated: boolean): string | undefined {
  const [from, to] = [Date.parse(old.string ?? ""), Date.parse(now.string ?? "")];
  if (!Number.isFinite(from)) return undefined;
  if (!now.exists) return deprecated ? "operation.sunset-removed" : undefined;
  if (from === to || !Number.isFinite(to)) return undefined;
  return to < from ? "operation.sunset-moved-earlier" : "operation.sunset-moved-later";
}

function diffAnnotation(
  old: Item,
  now: Item,
  emit: (kind: string, old: Item, now: Item, from?: string, to?: string) => void,
): void {
  if (!differs(old, now)) return;
  const status = (item: Item): string => item.get("status").string ?? "Production";
  const demoted = status(old) === "Production" && status(now) === "Preview" && old.get("status").exists;
  emit(demoted ? "operation.status-demoted" : "operation.annotation-changed", old, now, status(old), status(now));
}

/** Media types that an operation really takes and gives: its own list or the connector's, without letter case or order. */
function diffMediaTypes(before: Operation, after: Operation, sink: Sink): void {
  const listed = ({ item, connector }: Operation, key: string): readonly string[] => {
    if (connector.family === "definition")
      return [item.get(key === "consumes" ? "body" : "response").get("content_type").string ?? "application/json"];
    const own = item.get(key);
    return (own.exists ? own : connector.root.get(key)).strings();
  };
  const effective = (operation: Operation, key: string): Set<string> =>
    new Set(listed(operation, key).map((type) => type.toLowerCase().replace(/\s+/g, "")));
  for (const [key, thing] of [
    ["consumes", "request-body"],
    ["produces", "response"],
  ] as const) {
    const form = (operation: Operation): boolean =>
      operation.body !== undefined || operation.parameters.some((parameter) => parameter.in === "formData");
    if (key === "consumes" && !(form(before) && form(after))) continue;
    const old = effective(before, key);
    const now = effective(after, key);
    const place = (operation: Operation) =>
      operation.item.get(key).exists
        ? operation.item.get(key).keyPlace
        : operation.connector.root.get(key).exists
          ? operation.connector.root.get(key).keyPlace
          : idPlace(operation);
    const base = {
      entity: `${key === "consumes" ? "request" : "response"} media types of ${after.id}`,
      operation: after,
      old: place(before),
      new: place(after),
    };
    const gone = [...old].filter((type) => !isAmong(type, now));
    const fresh = [...now].filter((type) => !isAmong(type, old));
    if (gone.length) sink({ ...base, kind: `${thing}.media-type-removed`, from: gone.join(", ") });
    if (fresh.length) sink({ ...base, kind: `${thing}.media-type-added`, to: fresh.join(", ") });
  }
}

/** Whether a list of media types holds a type, by name or in one that stands for many, as any type or `application/*+json` does. */
function isAmong(type: string, list: ReadonlySet<string>): boolean {
  if (list.has(type) || list.has("*/*")) return true;
  const [kind = "", name = ""] = type.split("/");
  return list.has(`${kind}/*`) || (name.endsWith("+json") && list.has(`${kind}/*+json`));
}

export function removal(old: Operation, before: Connector, after: Connector): Fact {
  // The unsubscribe call of a webhook is internal and yet called: by the platform, when a flow is switched off.
  const below = (path: string): boolean =>
    before.operations.some((other) => other.trigger !== "" && other.notification.exists && path.startsWith(other.path));
  const unsubscribe = old.internal && old.method === "DELETE" && below(old.path);
  const container = after.root.get(after.family === "definition" ? "operations" : "paths");
  const survivor = after.root.get("paths").get(old.path);
  return {
    kind: unsubscribe ? "trigger.unsubscribe-removed" : "operation.removed",
    entity: `operation ${old.id || `${old.method} ${old.path}`}`,
    operation: old,
    old: idPlace(old),
    new: survivor.exists ? survivor.keyPlace : container.exists ? container.keyPlace : after.root.keyPlace,
    internal: old.internal,
    deprecated: old.deprecated,
    sunset: old.item.get(SUNSET).string ?? "",
    valuePath: `operation/${old.id}`,
  };
}
