import { decodeFragment, resolveIn } from "../model/base.ts";
import { Shape } from "../model/shape.ts";
import { Item, samePlace } from "../syntax/item.ts";
import type { SourceFile } from "../syntax/source.ts";
import { NONE } from "../syntax/tree.ts";
import { ownFacts } from "./diff-own.ts";
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
  private readonly named = new Map<string, () => Pair | undefined>();

  constructor(direction: SchemaDirection, unchanged: Unchanged, references: References, kinds: Kinds, memos: Memos) {
    this.direction = direction;
    this.unchanged = unchanged;
    this.references = references;
    this.kinds = kinds;
    this.memos = memos;
  }

  compare(oldUse: Item, newUse: Item): readonly SchemaFact[] {
    if (this.unchanged.same(oldUse, newUse)) return [];
    const pair = oldUse.get("$ref").isString ? this.pair(oldUse, newUse) : undefined;
    if (pair) return pair.all();
    const facts: SchemaFact[] = [];
    for (const entry of this.inPlace().differences(oldUse, newUse))
      if (isLink(entry)) prefix(entry.path, this.pair(entry.old, entry.now)?.all() ?? [], facts);
      else facts.push(entry);
    return facts;
  }

  /** As `compare`, with what the schemas say of the value as a whole. Within a schema that is said of each field where it stands. */
  compareWhole(oldUse: Item, newUse: Item): readonly SchemaFact[] {
    const facts = this.compare(oldUse, newUse);
    if (this.unchanged.same(oldUse, newUse)) return facts;
    const own = ownFacts(this.direction, new Shape(oldUse), new Shape(newUse));
    return own.length ? [...facts, ...own] : facts;
  }

  private inPlace(): InPlace {
    return new InPlace(this.direction, this.unchanged, this.kinds, (old, now) => this.pair(old, now) !== undefined);
  }

  /** `undefined` where a reference names nothing. Uses that say nothing beside their references are the same pair wherever they stand. */
  private pair(oldUse: Item, newUse: Item): Pair | undefined {
    const [oldName, newName] = [bareReference(oldUse), bareReference(newUse)];
    if (oldName === undefined || newName === undefined)
      return this.pairOf(oldUse, newUse, resolveIn(oldUse), resolveIn(newUse));
    const key = `${oldName} ${newName}`;
    let named = this.named.get(key);
    if (!named) {
      named = this.memos.memo(
        () => {
          const [old, now] = [referred(oldUse.file, oldName), referred(newUse.file, newName)];
          return this.pairOf(old, now, old, now);
        },
        (one, other) => one === other,
      );
      this.named.set(key, named);
    }
    return named();
  }

  private pairOf(oldUse: Item, newUse: Item, old: Item, now: Item): Pair | undefined {
    if (!old.exists || !now.exists) return undefined;
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
          return this.inPlace().differences(before, after);
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
          if (!next) continue;
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
  private readonly unchanged: Unchanged;
  private readonly walk: SchemaWalk;
  private readonly entries: Entry[] = [];
  private path: readonly string[] = [];
  /** With `allOf`, a schema can come to stand in itself: what is being walked ends the walk, what was walked is replayed. */
  private readonly walked = new Map<number, { readonly from: number; readonly to: number; readonly depth: number }>();
  private readonly open = new Set<number>();

  private readonly isPair: (old: Item, now: Item) => boolean;

  constructor(
    direction: SchemaDirection,
    unchanged: Unchanged,
    kinds: Kinds,
    isPair: (old: Item, now: Item) => boolean,
  ) {
    this.unchanged = unchanged;
    this.isPair = isPair;
    this.walk = new SchemaWalk(
      direction,
      kinds,
      (old, now) => this.unchanged.same(old, now),
      (fact) => this.entries.push(this.path.length ? { ...fact, path: this.path.concat(fact.path) } : fact),
      (step, old, now) => {
        const { path } = this;
        this.path = path.concat(step);
        this.compare(old, now);
        this.path = path;
      },
    );
  }

  private compare(oldUse: Item, newUse: Item): void {
    if (this.unchanged.same(oldUse, newUse)) return;
    if (oldUse.get("$ref").isString && this.isPair(oldUse, newUse))
      this.entries.push({ path: this.path, old: oldUse, now: newUse });
    else this.differences(oldUse, newUse);
  }

  differences(oldUse: Item, newUse: Item): readonly Entry[] {
    const before = new Shape(oldUse);
    const after = new Shape(newUse);
    const { entries, path } = this;
    const number = numberOf(before.item, after.item);
    const known = this.walked.get(number);
    if (known)
      for (const entry of entries.slice(known.from, known.to))
        entries.push({ ...entry, path: path.concat(entry.path.slice(known.depth)) });
    if (known || this.open.has(number)) return entries;
    this.open.add(number);
    const from = entries.length;
    this.walk.compare(before, after);
    this.open.delete(number);
    this.walked.set(number, { from, to: entries.length, depth: path.length });
    return entries;
  }
}

function isLink(entry: Entry): entry is Link {
  return !("aspect" in entry);
}
function numberOf(old: Item, now: Item): number {
  return (old.node + 1) * 0x4000000 + now.node + 1;
}
/** The reference of a use that says nothing else. */
function bareReference(use: Item): string | undefined {
  const name = use.get("$ref").string;
  return name !== undefined && use.children().length < 2 ? name : undefined;
}
/** What a reference names in the end. */
function referred(file: SourceFile, name: string): Item {
  return resolveIn(new Item(file, file.tree?.at(decodeFragment(name.slice(1))) ?? NONE));
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
