import { resolveIn } from "../model/base.ts";
import { Shape } from "../model/shape.ts";
import type { Item } from "../syntax/item.ts";
import { canonical } from "./facts.ts";

/** What a value may look like, of which it is one: the schemas of `oneOf` and `anyOf`. */
export function variantsOf(shape: Shape): readonly Item[] {
  return [...shape.keyword("oneOf").children(), ...shape.keyword("anyOf").children()];
}

/** A variant in the reader's words. */
export function variantName(variant: Item): string {
  return nameOf(variant) ?? (new Shape(variant).types.join(" or ") || "any value");
}

/** Whether a schema is the same as one of these variants: it was wrapped, and more shapes were put beside it. */
export function isAmong(schema: Shape, variants: readonly Item[]): boolean {
  if (!variants.length || variantsOf(schema).length) return false;
  const own = canonical(schema.item.toData());
  return variants.some((variant) => canonical(resolveIn(variant).toData()) === own);
}

/** Variants of both versions that are the same one, and those that are left over. */
export interface Variants {
  readonly pairs: readonly (readonly [Item, Item])[];
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

/** By name, then by what is written, then in their order where they are of one type: an edited one without a name is still itself. */
export function pairVariants(before: readonly Item[], after: readonly Item[]): Variants {
  const pairs: (readonly [Item, Item])[] = [];
  let [removed, added] = [before, after];
  for (const key of [nameOf, written, typeOf]) {
    const rest: Item[] = [];
    const open = [...added];
    for (const old of removed) {
      const name = key(old);
      const at = name === undefined ? -1 : open.findIndex((now) => key(now) === name);
      const [now] = at < 0 ? [] : open.splice(at, 1);
      if (now) pairs.push([old, now]);
      else rest.push(old);
    }
    [removed, added] = [rest, open];
  }
  return { pairs, removed, added };
}

function nameOf(variant: Item): string | undefined {
  return variant.get("$ref").string?.split("/").pop() ?? variant.get("title").string;
}
function written(variant: Item): string {
  return canonical(resolveIn(variant).toData());
}
function typeOf(variant: Item): string {
  return new Shape(variant).types.join();
}
