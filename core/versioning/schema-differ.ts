import { resolveIn } from "../model/base.ts";
import { Shape } from "../model/shape.ts";
import { type Item, samePlace } from "../syntax/item.ts";
import { type SchemaDirection, type SchemaFact, SchemaWalk } from "./diff-schema.ts";
import type { Kinds } from "./kinds.ts";
import type { Memos } from "./memos.ts";
import type { Component, References } from "./references.ts";
import type { Unchanged } from "./unchanged.ts";

/** Within a schema: another one that it refers to, and where. */
interface Link {
  readonly path: readonly string[];
  readonly old: Item;
  readonly now: Item;
}
type Entry = SchemaFact | Link;

/** Two schemas that references name, in both versions. */
interface Pair {
  /** Both nodes; uses that say something of their own beside the reference are other pairs with the same number. */
  readonly number: number;
  readonly component: Component;
  /** What differs in the schemas themselves; and with everything that they refer to. */
  readonly own: () => readonly Entry[];
  readonly all: () => readonly SchemaFact[];
}

/**
 * Compares schemas of one direction. What references name is compared once a pair, and replayed where it is used; what stands
 * in place is compared in its place. Schemas that refer to each other in a circle are walked from each of them that is used from
 * outside of the circle, so that it does not matter which of them is asked for first.
 */
export class SchemaDiffer {
  readonly unchanged: Unchanged;
  private readonly direction: SchemaDirection;
  private readonly references: References;
  private readonly kinds: Kinds;
  private readonly memos: Memos;
  private readonly pairs = new Map<string, Pair>();

  constructor(direction: SchemaDirection, unchanged: Unchanged, references: References, kinds: Kinds, memos: Memos) {
    this.direction = direction;
    this.unchanged = unchanged;
    this.references = references;
    this.kinds = kinds;
    this.memos = memos;
  }

  compare(oldUse: Item, newUse: Item): readonly SchemaFact[] {
    const facts: SchemaFact[] = [];
    for (const entry of new InPlace(this.direction, this.unchanged, this.kinds).compare(oldUse, newUse))
      if (isLink(entry)) prefix(entry.path, this.pair(entry.old, entry.now).all(), facts);
      else facts.push(entry);
    return facts;
  }

  private pair(oldUse: Item, newUse: Item): Pair {
    const old = resolveIn(oldUse);
    const now = resolveIn(newUse);
    const [oldBeside, newBeside] = [beside(oldUse, old), beside(newUse, now)];
    const key = `${old.node} ${now.node} ${oldBeside} ${newBeside}`;
    let pair = this.pairs.get(key);
    if (!pair) {
      const [before, after] = [oldBeside < 0 ? old : oldUse, newBeside < 0 ? now : newUse];
      const component = this.references.component(this.references.entityOf(before.node));
      const own = this.memos.memo(
        () => {
          now.file.tree?.own(now.node);
          // Under another name, but written alike.
          if (before === old && after === now && this.unchanged.same(old, now)) return [];
          return new InPlace(this.direction, this.unchanged, this.kinds).differences(before, after);
        },
        sameEntries,
        true,
      );
      const all = this.memos.memo(() => this.expand(pair as Pair), sameFacts);
      pair = { number: numberOf(old, now), component, own, all };
      this.pairs.set(key, pair);
    }
    return pair;
  }

  private expand(start: Pair): readonly SchemaFact[] {
    const { component } = start;
    const open = new Set<number>();
    const known = new Map<Pair, readonly SchemaFact[]>();
    const visit = (pair: Pair): readonly SchemaFact[] => {
      const before = known.get(pair);
      if (before) return before;
      // A pair that is being walked ends the walk.
      if (open.has(pair.number)) return [];
      open.add(pair.number);
      const facts: SchemaFact[] = [];
      for (const entry of pair.own()) {
        if (!isLink(entry)) facts.push(entry);
        else {
          const next = this.pair(entry.old, entry.now);
          const within = component.circular && next.component === component;
          prefix(entry.path, within ? visit(next) : next.all(), facts);
        }
      }
      open.delete(pair.number);
      known.set(pair, facts);
      return facts;
    };
    return visit(start);
  }
}

/** Compares schemas as far as they stand in one place; references of the old version become links. */
class InPlace {
  private readonly direction: SchemaDirection;
  private readonly unchanged: Unchanged;
  private readonly kinds: Kinds;
  /** With `allOf`, a schema can come to stand in itself: what is being walked ends the walk, what was walked is replayed. */
  private readonly known = new Map<number, readonly Entry[]>();
  private readonly open = new Set<number>();

  constructor(direction: SchemaDirection, unchanged: Unchanged, kinds: Kinds) {
    this.direction = direction;
    this.unchanged = unchanged;
    this.kinds = kinds;
  }

  compare(oldUse: Item, newUse: Item): readonly Entry[] {
    if (this.unchanged.same(oldUse, newUse)) return [];
    if (oldUse.get("$ref").isString && resolveIn(oldUse).exists && resolveIn(newUse).exists)
      return [{ path: [], old: oldUse, now: newUse }];
    return this.differences(oldUse, newUse);
  }

  differences(oldUse: Item, newUse: Item): readonly Entry[] {
    const before = new Shape(oldUse);
    const after = new Shape(newUse);
    const number = numberOf(before.item, after.item);
    const known = this.known.get(number);
    if (known) return known;
    if (this.open.has(number)) return [];
    this.open.add(number);
    const entries: Entry[] = [];
    new SchemaWalk(
      this.direction,
      this.kinds,
      (fact) => entries.push(fact),
      (step, old, now) => {
        for (const entry of this.compare(old, now)) entries.push({ ...entry, path: [step, ...entry.path] });
      },
    ).compare(before, after);
    this.open.delete(number);
    this.known.set(number, entries);
    return entries;
  }
}

function isLink(entry: Entry): entry is Link {
  return !("aspect" in entry);
}
function numberOf(old: Item, now: Item): number {
  return (old.node + 1) * 0x4000000 + now.node + 1;
}
/** A use that says something of its own beside its `$ref` is compared on its own. */
function beside(use: Item, item: Item): number {
  return use.node === item.node || use.children().length < 2 ? -1 : use.node;
}
function prefix(path: readonly string[], facts: readonly SchemaFact[], into: SchemaFact[]): void {
  for (const fact of facts) into.push(path.length ? { ...fact, path: [...path, ...fact.path] } : fact);
}

function sameEntries(before: readonly Entry[], after: readonly Entry[]): boolean {
  return before.length === after.length && before.every((entry, i) => sameEntry(entry, after[i] as Entry));
}
function sameFacts(before: readonly SchemaFact[], after: readonly SchemaFact[]): boolean {
  return before.length === after.length && before.every((fact, i) => sameFact(fact, after[i] as SchemaFact));
}
function sameEntry(one: Entry, other: Entry): boolean {
  if (!isLink(one)) return !isLink(other) && sameFact(one, other);
  return (
    isLink(other) &&
    one.old.node === other.old.node &&
    one.now.node === other.now.node &&
    samePath(one.path, other.path)
  );
}
function sameFact(one: SchemaFact, other: SchemaFact): boolean {
  return (
    one === other ||
    (one.aspect === other.aspect &&
      one.from === other.from &&
      one.to === other.to &&
      one.required === other.required &&
      one.hasDefault === other.hasDefault &&
      samePath(one.path, other.path) &&
      samePlace(one.old, other.old) &&
      samePlace(one.new, other.new))
  );
}
function samePath(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((step, i) => step === other[i]);
}
