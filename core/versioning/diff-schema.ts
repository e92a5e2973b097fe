import { Shape } from "../model/shape.ts";
import type { Item } from "../syntax/item.ts";
import type { Place } from "../syntax/source.ts";
import { diffDynamic } from "./diff-dynamic.ts";
import { ownFacts } from "./diff-own.ts";
import { diffValue, type Sense } from "./diff-value.ts";
import { isAmong, pairVariants, variantName, variantsOf } from "./diff-variants.ts";
import { changedExtensions, differs, show } from "./facts.ts";
import type { Kinds } from "./kinds.ts";

export type SchemaDirection = "request" | "response";

/** A difference within a schema; `path` is relative to the schema that was compared: names, and `items` for array elements. */
export interface SchemaFact {
  readonly aspect: string;
  readonly path: readonly string[];
  readonly old: Place | undefined;
  readonly new: Place | undefined;
  readonly from?: string;
  readonly to?: string;
  readonly required?: boolean;
  readonly hasDefault?: boolean;
  readonly internal?: boolean;
}

/** Names of shrinking and growing sets, as the versioning rules call them in each direction. */
const WORDS: Readonly<Record<SchemaDirection, Readonly<Record<"shrink" | "grow", string>>>> = {
  request: { shrink: "tightened", grow: "relaxed" },
  response: { shrink: "narrowed", grow: "widened" },
};

/** Name of the aspect of a value's change: `type-changed`, `range-tightened`, `became-nullable` … */
export function aspectName(aspect: string, sense: Sense, direction: SchemaDirection, parameter: boolean): string {
  switch (aspect) {
    case "type":
    case "format": {
      if (direction === "request") return sense === "grow" ? `${aspect}-generalized` : `${aspect}-changed`;
      return sense === "shrink" ? `${aspect}-specialized` : `${aspect}-changed`;
    }
    case "display-format":
      return "display-format-changed";
    case "nullable":
      return sense === "grow" ? "became-nullable" : "became-not-nullable";
    case "open-enum-value-added":
      return direction === "request" || parameter ? "enum-value-added" : aspect;
    case "range":
    case "length":
    case "items-count":
    case "property-count":
    case "pattern":
    case "multiple-of":
      // What cannot be compared counts as breaking in either direction.
      return `${aspect}-${sense === "change" ? (direction === "request" ? "tightened" : "widened") : WORDS[direction][sense]}`;
    default:
      return aspect;
  }
}

/** What a schema holds that is compared on its own: where it stands in it, and both versions of it. */
export type Below = (step: string, old: Item, now: Item) => void;

/** Compares one schema with what stands in it; what it finds goes where it is told to, one fact after another. */
export class SchemaWalk {
  private readonly direction: SchemaDirection;
  private readonly kinds: Kinds;
  /** Whether two values are written alike, with all that they refer to. */
  private readonly same: (old: Item, now: Item) => boolean;
  private readonly found: (fact: SchemaFact) => void;
  private readonly below: Below;

  constructor(
    direction: SchemaDirection,
    kinds: Kinds,
    same: (old: Item, now: Item) => boolean,
    found: (fact: SchemaFact) => void,
    below: Below,
  ) {
    this.direction = direction;
    this.kinds = kinds;
    this.same = same;
    this.found = found;
    this.below = below;
  }

  compare(before: Shape, after: Shape): void {
    const add = (aspect: string, old: Item | Place, now: Item | Place, from?: string, to?: string): void => {
      this.found({
        aspect,
        path: [],
        old: placeOf(old),
        new: placeOf(now),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      });
    };
    const [oldVariants, newVariants] = [variantsOf(before), variantsOf(after)];
    // What was the only shape is one of several now, or the other way round; it is compared with itself.
    if (isAmong(before, newVariants)) return this.variants([before.use], newVariants, before.use, after.use, add);
    if (isAmong(after, oldVariants)) return this.variants(oldVariants, [after.use], before.use, after.use, add);
    this.texts(before, after, add);
    for (const fact of diffValue(before, after, false)) {
      const old = fact.old.exists ? fact.old.place : before.use.keyPlace;
      const now = fact.new.exists ? fact.new.place : after.use.keyPlace;
      add(aspectName(fact.aspect, fact.sense, this.direction, false), old, now, fact.from, fact.to);
      // A changed type hides what is below: its parts cannot be compared.
      if (fact.aspect === "type") return;
    }
    this.properties(before, after);
    if (oldVariants.length || newVariants.length) this.variants(oldVariants, newVariants, before.use, after.use, add);
    if (before.items.isObject && after.items.isObject) {
      if (!this.same(before.items, after.items)) this.own(["items"], new Shape(before.items), new Shape(after.items));
      this.below("items", before.items, after.items);
    } else if (before.items.isObject !== after.items.isObject)
      add(
        this.direction === "request"
          ? after.items.exists
            ? "type-changed"
            : "type-generalized"
          : after.items.exists
            ? "type-specialized"
            : "type-changed",
        before.items.exists ? before.items : before.use,
        after.items.exists ? after.items : after.use,
        before.items.exists ? "typed items" : "any items",
        after.items.exists ? "typed items" : "any items",
      );
    this.additional(before, after, add);
    const oldTag = before.keyword("discriminator").string;
    const newTag = after.keyword("discriminator").string;
    if (oldTag !== newTag)
      add(
        oldTag === undefined
          ? "discriminator-added"
          : newTag === undefined
            ? "discriminator-removed"
            : "discriminator-changed",
        before.keyword("discriminator"),
        after.keyword("discriminator"),
        show(oldTag),
        show(newTag),
      );
    if (oldTag !== undefined && newTag !== undefined) this.subtypes(before, after);
    diffDynamic(before.item, after.item, (aspect, old, now, name) =>
      add(aspect, old.exists ? old : before.use, now.exists ? now : after.use, undefined, name),
    );
    if (differs(before.keyword("xml"), after.keyword("xml")))
      add("xml-changed", keywordOr(before, "xml"), keywordOr(after, "xml"));
    if (differs(before.keyword("externalDocs"), after.keyword("externalDocs")))
      add("external-docs-changed", keywordOr(before, "externalDocs"), keywordOr(after, "externalDocs"));
    for (const name of changedExtensions(before.item, after.item))
      add("extension-changed", keywordOr(before, name), keywordOr(after, name), undefined, name);
  }

  /** Shapes of which a value is one. Where there were none, any shape was taken, and is not any more. */
  private variants(
    before: readonly Item[],
    after: readonly Item[],
    oldUse: Item,
    newUse: Item,
    add: (aspect: string, old: Item | Place, now: Item | Place, from?: string, to?: string) => void,
  ): void {
    if (!before.length) return add("one-of-branch-removed", oldUse.keyPlace, newUse.keyPlace, "any value");
    if (!after.length) return add("one-of-branch-added", oldUse.keyPlace, newUse.keyPlace, undefined, "any value");
    const { pairs, removed, added } = pairVariants(before, after);
    for (const variant of removed)
      add("one-of-branch-removed", variant.keyPlace, newUse.keyPlace, variantName(variant));
    for (const variant of added)
      add("one-of-branch-added", oldUse.keyPlace, variant.keyPlace, undefined, variantName(variant));
    for (const [old, now] of pairs) this.below(variantName(now), old, now);
  }

  private texts(before: Shape, after: Shape, add: (aspect: string, old: Item, now: Item) => void): void {
    for (const name of ["description", "title", "x-ms-summary", "example", "x-example"]) {
      const old = textOf(before, name);
      const now = textOf(after, name);
      if (differs(old, now)) return add("description-changed", old, now);
    }
  }

  private properties(before: Shape, after: Shape): void {
    const request = this.direction === "request";
    for (const [name, old] of before.properties) {
      const now = after.properties.get(name);
      // Most properties are written as they were: a look at the text spares one at every keyword.
      if (now && before.required.has(name) === after.required.has(name) && this.same(old, now)) continue;
      const oldShape = new Shape(old);
      const oldReadOnly = oldShape.keyword("readOnly").boolean === true;
      if (!now) {
        if (request && oldReadOnly) continue;
        this.found({
          aspect: "removed",
          path: [name],
          old: old.keyPlace,
          new: containerPlace(after),
          required: before.required.has(name),
        });
        continue;
      }
      const newShape = new Shape(now);
      const newReadOnly = newShape.keyword("readOnly").boolean === true;
      if (request && (oldReadOnly || newReadOnly)) {
        if (oldReadOnly !== newReadOnly) {
          const aspect = newReadOnly
            ? "became-read-only"
            : after.required.has(name)
              ? "became-writable-required"
              : "became-writable";
          this.found({ aspect, path: [name], old: old.keyPlace, new: now.keyPlace });
        }
        continue;
      }
      this.property(name, old, now, oldShape, newShape, before, after);
    }
    for (const [name, now] of after.properties) {
      if (before.properties.has(name)) continue;
      const shape = new Shape(now);
      if (request && shape.keyword("readOnly").boolean === true) continue;
      const aspect = "added";
      this.found({
        aspect,
        path: [name],
        old: undefined,
        new: now.keyPlace,
        required: after.required.has(name),
        hasDefault: shape.keyword("default").exists,
      });
    }
  }

  private property(
    name: string,
    old: Item,
    now: Item,
    oldShape: Shape,
    newShape: Shape,
    before: Shape,
    after: Shape,
  ): void {
    const wasRequired = before.required.has(name);
    const isRequired = after.required.has(name);
    const own = (aspect: string, newPlace = now.keyPlace): void =>
      this.found({
        aspect,
        path: [name],
        old: old.keyPlace,
        new: newPlace,
        required: isRequired,
        hasDefault: newShape.keyword("default").exists,
      });
    if (wasRequired !== isRequired)
      own(isRequired ? "became-required" : "became-optional", isRequired ? requiredPlace(after, name) : now.keyPlace);
    if (
      this.direction === "response" &&
      oldShape.keyword("readOnly").boolean !== newShape.keyword("readOnly").boolean &&
      (oldShape.keyword("readOnly").boolean || newShape.keyword("readOnly").boolean)
    )
      own("read-only-changed");
    this.own([name], oldShape, newShape, isRequired && wasRequired, {
      required: isRequired,
      hasDefault: newShape.keyword("default").exists,
    });
    const callback = (shape: Shape): boolean => shape.keyword("x-ms-notification-url").boolean === true;
    if (this.direction === "request" && callback(oldShape) && !callback(newShape)) own("notification-url-changed");
    this.below(name, old, now);
  }

  private own(
    path: readonly string[],
    old: Shape,
    now: Shape,
    hint = false,
    more: Pick<SchemaFact, "required" | "hasDefault"> = {},
  ): void {
    for (const fact of ownFacts(this.direction, old, now, hint)) this.found({ ...fact, path, ...more });
  }

  private additional(before: Shape, after: Shape, add: (aspect: string, old: Item, now: Item) => void): void {
    const from = before.additional;
    const to = after.additional;
    const old = before.keyword("additionalProperties");
    const now = after.keyword("additionalProperties");
    if (from === false && to !== false) add("additional-properties-allowed", old, now.exists ? now : after.use);
    else if (from !== false && to === false)
      add("additional-properties-disallowed", old.exists ? old : before.use, now);
    else if (from && to) this.below("additionalProperties", from, to);
    else if (from !== to) {
      // Values that had to look some way may look any way now, or the other way round.
      const path = ["additionalProperties"];
      const request = this.direction === "request";
      const aspect = from
        ? request
          ? "type-generalized"
          : "type-changed"
        : request
          ? "type-changed"
          : "type-specialized";
      const typed = (item: Item | false | undefined): string =>
        item ? new Shape(item).types.join(" or ") || "described" : "any";
      const places = { old: (old.exists ? old : before.use).keyPlace, new: (now.exists ? now : after.use).keyPlace };
      this.found({ aspect, path, ...places, from: typed(from), to: typed(to) });
    }
  }

  /** Kinds of an object are the definitions that are composed of it; their names are what the discriminator holds. */
  private subtypes(before: Shape, after: Shape): void {
    const old = this.kinds.ofOld(before.item.node);
    const now = this.kinds.ofNew(after.item.node);
    const removed = [...old].filter(([name]) => !now.has(name));
    const added = [...now].filter(([name]) => !old.has(name));
    // As many went as came: definitions were renamed, which by itself changes nothing.
    if (removed.length === added.length) return;
    for (const [name, item] of removed)
      this.found({ aspect: "subtype-removed", path: [], old: item.keyPlace, new: after.item.keyPlace, from: name });
    for (const [name, item] of added)
      this.found({ aspect: "subtype-added", path: [], old: before.item.keyPlace, new: item.keyPlace, to: name });
  }
}

function keywordOr(shape: Shape, name: string): Item {
  const keyword = shape.keyword(name);
  return keyword.exists ? keyword : shape.use;
}
/** Text beside a `$ref` wins over the referenced schema's own. */
function textOf(shape: Shape, name: string): Item {
  const beside = shape.use.get(name);
  return beside.exists ? beside : shape.keyword(name);
}
function placeOf(at: Item | Place): Place {
  return "pointer" in at && "start" in at ? at : (at as Item).place;
}
/** Where the properties stand in which one is missing. */
function containerPlace(shape: Shape): Place {
  const properties = shape.item.get("properties");
  return properties.exists ? properties.keyPlace : shape.item.exists ? shape.item.keyPlace : shape.use.keyPlace;
}
function requiredPlace(shape: Shape, name: string): Place {
  const listed = shape
    .keyword("required")
    .children()
    .find((item) => item.string === name);
  return listed?.place ?? shape.properties.get(name)?.keyPlace ?? shape.use.keyPlace;
}
