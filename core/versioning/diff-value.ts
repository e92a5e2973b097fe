import type { Shape } from "../model/shape.ts";
import type { Item } from "../syntax/item.ts";
import { canonical, show } from "./facts.ts";

/** Which way the set of accepted values went. `change` is neither: the sets cannot be compared. */
export type Sense = "shrink" | "grow" | "change";

/** A difference between the keywords of one value, without its place in the connector. */
export interface ValueFact {
  readonly aspect: string;
  readonly sense: Sense;
  readonly old: Item;
  readonly new: Item;
  readonly from: string;
  readonly to: string;
}

/** Formats that only say how a value is shown; they refuse nothing. */
const DISPLAY_FORMATS = new Set(["password", "html", "url", "uri-reference", "multiline", "no-format"]);
const WIDER: Readonly<Record<string, string>> = { int32: "int64", float: "double" };

/** Compares type and keywords of one value. A changed type hides everything else, as nothing else can be compared then. */
export function diffValue(before: Shape, after: Shape, text: boolean): ValueFact[] {
  const facts: ValueFact[] = [];
  const add = (aspect: string, sense: Sense, keyword: string, from: unknown, to: unknown): void => {
    facts.push({
      aspect,
      sense,
      old: before.keyword(keyword),
      new: after.keyword(keyword),
      from: show(from),
      to: show(to),
    });
  };
  const type = typeSense(before, after, text);
  if (type) {
    add("type", type, "type", before.types.join(" or ") || undefined, after.types.join(" or ") || undefined);
    return facts;
  }
  // An object without a type is an object; only the official change validator takes the word for the thing.
  if (before.types.length !== after.types.length)
    add("type-written", "change", "type", before.types[0], after.types[0]);
  if (before.nullable !== after.nullable)
    add("nullable", after.nullable ? "grow" : "shrink", "x-nullable", before.nullable, after.nullable);
  if (before.format !== after.format) {
    if (DISPLAY_FORMATS.has(before.format || "password") && DISPLAY_FORMATS.has(after.format || "password"))
      add("display-format", "change", "format", before.format, after.format);
    else
      add(
        "format",
        formatSense(before.format, after.format),
        "format",
        before.format || undefined,
        after.format || undefined,
      );
  }
  diffEnum(before, after, add);
  for (const [aspect, low, high] of BOUNDS) diffBounds(before, after, aspect, low, high, add);
  diffUnique(before, after, add);
  const oldPattern = before.keyword("pattern").string;
  const newPattern = after.keyword("pattern").string;
  // Whether one pattern accepts all that another does is not decided here: a changed one counts as accepting less.
  if (oldPattern !== newPattern)
    add(
      "pattern",
      newPattern === undefined ? "grow" : oldPattern === undefined ? "shrink" : "change",
      "pattern",
      oldPattern,
      newPattern,
    );
  const oldStep = before.keyword("multipleOf").number;
  const newStep = after.keyword("multipleOf").number;
  if (oldStep !== newStep) {
    const sense =
      newStep === undefined
        ? "grow"
        : oldStep === undefined
          ? "shrink"
          : newStep % oldStep === 0
            ? "shrink"
            : oldStep % newStep === 0
              ? "grow"
              : "change";
    add("multiple-of", sense, "multipleOf", oldStep, newStep);
  }
  return facts;
}

type Add = (aspect: string, sense: Sense, keyword: string, from: unknown, to: unknown) => void;

/** `text` says that the value travels as text (query, header, path), where a number is a string of digits. */
function typeSense(before: Shape, after: Shape, text: boolean): Sense | undefined {
  const from = before.types.join("|");
  const to = after.types.join("|");
  if (from === to) return undefined;
  // A schema with properties is an object whether it says so or not.
  if ((from || implied(before)) === (to || implied(after))) return undefined;
  if (to === "") return "grow";
  if (from === "") return "shrink";
  if (from === "integer" && to === "number") return "grow";
  if (from === "number" && to === "integer") return "shrink";
  if (
    text &&
    to === "string" &&
    /^(?:integer|number|boolean)$/.test(from) &&
    !after.enum &&
    !after.keyword("pattern").exists &&
    !validating(after.format)
  )
    return "grow";
  if (before.types.every((name) => after.types.includes(name))) return "grow";
  if (after.types.every((name) => before.types.includes(name))) return "shrink";
  return "change";
}
function implied(shape: Shape): string {
  return shape.properties.size ? "object" : "";
}
function validating(format: string): boolean {
  return format !== "" && !DISPLAY_FORMATS.has(format);
}

function formatSense(from: string, to: string): Sense {
  if (!validating(to) || WIDER[from] === to) return "grow";
  if (!validating(from) || WIDER[to] === from) return "shrink";
  return "change";
}

function diffEnum(before: Shape, after: Shape, add: Add): void {
  const from = before.enum;
  const to = after.enum;
  if (!from && !to) return;
  if (!from) return add("became-enum", "shrink", "enum", undefined, to);
  if (!to) return add("enum-removed", "grow", "enum", from, undefined);
  const had = new Set(from.map(canonical));
  const has = new Set(to.map(canonical));
  const removed = from.filter((value) => !has.has(canonical(value)));
  const added = to.filter((value) => !had.has(canonical(value)));
  if (removed.length)
    add("enum-value-removed", "shrink", "enum", removed.length === 1 ? removed[0] : removed, undefined);
  if (added.length)
    add(
      before.openEnum ? "open-enum-value-added" : "enum-value-added",
      "grow",
      "enum",
      undefined,
      added.length === 1 ? added[0] : added,
    );
}

const BOUNDS = [
  ["range", "minimum", "maximum"],
  ["length", "minLength", "maxLength"],
  ["items-count", "minItems", "maxItems"],
  ["property-count", "minProperties", "maxProperties"],
] as const;

/** Smallest and largest value that passes; for integers an exclusive bound is the next inclusive one, so both read the same. */
function interval(shape: Shape, low: string, high: string): { low: number; high: number } {
  let min = shape.bound(low, "largest") ?? (low === "minimum" ? Number.NEGATIVE_INFINITY : 0);
  let max = shape.bound(high, "smallest") ?? Number.POSITIVE_INFINITY;
  if (low === "minimum") {
    const integer = shape.types[0] === "integer";
    const step = integer ? 1 : Number.EPSILON * 16;
    if (shape.keyword("exclusiveMinimum").boolean) min += integer ? step : step * Math.max(1, Math.abs(min));
    if (shape.keyword("exclusiveMaximum").boolean) max -= integer ? step : step * Math.max(1, Math.abs(max));
  }
  return { low: min, high: max };
}

function diffBounds(before: Shape, after: Shape, aspect: string, low: string, high: string, add: Add): void {
  const from = interval(before, low, high);
  const to = interval(after, low, high);
  const named = (bounds: { low: number; high: number }): string | undefined =>
    Number.isFinite(bounds.low) || Number.isFinite(bounds.high)
      ? `${Number.isFinite(bounds.low) ? bounds.low : "…"} to ${Number.isFinite(bounds.high) ? bounds.high : "…"}`
      : undefined;
  const keyword = from.high !== to.high ? high : low;
  if (to.low > from.low || to.high < from.high) add(aspect, "shrink", keyword, named(from), named(to));
  if (to.low < from.low || to.high > from.high) add(aspect, "grow", keyword, named(from), named(to));
}

function diffUnique(before: Shape, after: Shape, add: Add): void {
  const from = before.keyword("uniqueItems").boolean === true;
  const to = after.keyword("uniqueItems").boolean === true;
  if (from !== to) add("items-count", to ? "shrink" : "grow", "uniqueItems", from, to);
}
