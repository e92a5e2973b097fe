import type { Operation } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";
import type { Place } from "../syntax/source.ts";
import { Kind } from "../syntax/tree.ts";
import type { CompareOptions } from "./types.ts";

/**
 * A fact is what differs between two versions, without an opinion about it. Its kind is `thing.aspect`, for example
 * `operation.removed` or `request-property.enum-value-removed`; for values the aspect says whether the set of accepted values
 * shrank or grew, which is arithmetic and not judgement.
 */
export interface Fact {
  readonly kind: string;
  /** The thing in the reader's words: `operation GetTicket`, `parameter limit of ListTickets`. */
  readonly entity: string;
  readonly operation?: Operation;
  /** Where it stands in the old version; absent for added things. */
  readonly old?: Place;
  /** Where it stands in the new version; for removed things the nearest surviving parent. */
  readonly new?: Place;
  /** The values that differ, printed. */
  readonly from?: string;
  readonly to?: string;
  /** The path of the official change validator: property names joined by slashes, `items` kept, `properties` left out. */
  readonly valuePath?: string;
  readonly internal?: boolean;
  readonly required?: boolean;
  readonly hasDefault?: boolean;
  readonly deprecated?: boolean;
  /** The day until which its users were promised that it stays, as written. */
  readonly sunset?: string;
}
export type FactKind = string;

/** Whether what was removed was promised to stay for longer than today. */
export function beforeSunset({ sunset = "" }: Fact, { today }: CompareOptions): boolean {
  const day = Date.parse(sunset);
  return Number.isFinite(day) && !(today && day <= Date.parse(today));
}

/** Collects facts. */
export type Sink = (fact: Fact) => void;

/** A value on one short line, for messages. */
export function show(value: unknown): string {
  const text = typeof value === "string" ? `"${value}"` : JSON.stringify(value);
  if (text === undefined) return "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** JSON text with sorted keys: equal exactly when the data is. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

/** Whether two values differ as data; none is the same as null. */
export function differs(old: Item, now: Item): boolean {
  const [from, to] = [plain(old), plain(now)];
  if (from !== undefined && to !== undefined) return from !== to;
  return canonical(old.toData() ?? null) !== canonical(now.toData() ?? null);
}
/** A scalar as JSON has it; `undefined` for objects and arrays. */
function plain({ kind, scalar }: Item): string | number | boolean | null | undefined {
  if (kind === Kind.object || kind === Kind.array) return undefined;
  if (typeof scalar === "number" && !Number.isFinite(scalar)) return null;
  return scalar ?? null;
}

/** Vendor extensions that other facts speak about; any other one is compared as a whole. */
const JUDGED_EXTENSIONS = new Set([
  "x-ms-summary",
  "x-ms-visibility",
  "x-ms-trigger",
  "x-ms-trigger-hint",
  "x-ms-trigger-metadata",
  "x-ms-api-annotation",
  "x-ms-capabilities",
  "x-ms-pageable",
  "x-ms-notification-content",
  "x-ms-notification-url",
  "x-ms-url-encoding",
  "x-nullable",
  "x-example",
  "x-ms-dynamic-values",
  "x-ms-dynamic-list",
  "x-ms-dynamic-schema",
  "x-ms-dynamic-properties",
  "x-ms-dynamic-tree",
]);

/** Names of the vendor extensions of two objects that differ and that no other fact speaks about. */
export function changedExtensions(before: Item, after: Item): string[] {
  const names = new Set<string>();
  for (const item of before.children()) if (item.key.startsWith("x-")) names.add(item.key);
  for (const item of after.children()) if (item.key.startsWith("x-")) names.add(item.key);
  return [...names].filter((name) => !JUDGED_EXTENSIONS.has(name) && differs(before.get(name), after.get(name)));
}
