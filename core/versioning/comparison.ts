import type { Connector, Operation } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";
import { connectorParts, type Part } from "./diff-connector.ts";
import { definitionParts, diffOperationResilience } from "./diff-definition.ts";
import { addition, type Comparing, diffOperation, type Pairing, pairUp, removal } from "./diff-operations.ts";
import { propertiesParts } from "./diff-properties.ts";
import { diffSchemes } from "./diff-security.ts";
import { withoutEchoes } from "./echoes.ts";
import type { Sink } from "./facts.ts";
import { Identities, sameIdentity } from "./identities.ts";
import { Kinds } from "./kinds.ts";
import type { Memos } from "./memos.ts";
import { References } from "./references.ts";
import { SchemaDiffer } from "./schema-differ.ts";
import { Unchanged } from "./unchanged.ts";

/** A piece of a comparison that can be done by itself. */
export interface Task {
  /** What tells it from the others, as long as the connectors are the same objects. */
  readonly key: string;
  /** What it looks at with everything that stands in it. */
  readonly own?: Item;
  readonly find: (sink: Sink) => void;
}

/** A comparison of two versions in pieces: the parts of the connector, and each operation that was, is, or is still there. */
export class Comparison {
  private readonly before: Connector;
  private readonly after: Connector;
  private readonly comparing: Comparing;
  private readonly pairing: () => Pairing;
  private readonly numbers = new Map<Operation, number>();
  private listed: { readonly pairing: Pairing; readonly tasks: readonly Task[] } | undefined;

  constructor(before: Connector, after: Connector, memos: Memos) {
    this.before = before;
    this.after = after;
    const references = new References(before);
    const kinds = new Kinds(before, after, memos);
    const identities = new Identities(memos);
    const unchanged = new Unchanged(before, after, references, kinds, identities, memos);
    const request = new SchemaDiffer("request", unchanged, references, kinds, memos);
    const response = new SchemaDiffer("response", unchanged, references, kinds, memos);
    const basePaths = memos.memo(
      () => [before.server.basePath, after.server.basePath] as const,
      (one, other) => one[1] === other[1],
    );
    this.comparing = { before, after, unchanged, request, response, basePaths };
    const known = before.operations.map((operation) => identities.of(operation));
    const current = memos.each(
      () => after.operations,
      (operation) => identities.of(operation),
      sameIdentity,
    );
    this.pairing = memos.memo(() => pairUp(before, after, [known, current()]), samePairing);
  }

  /** All pieces in the order of their facts; the same list as long as the same operations are paired in the same way. */
  get tasks(): readonly Task[] {
    const pairing = this.pairing();
    if (this.listed?.pairing !== pairing) {
      const tasks = this.list(pairing).map((task) => ({ ...task, find: withoutEchoes(task.find) }));
      this.listed = { pairing, tasks };
    }
    return this.listed.tasks;
  }

  private list({ pairs, removed, added, operations }: Pairing): readonly Task[] {
    const { before, after, comparing } = this;
    if (before.family !== after.family) return [{ key: "family", find: this.family }];
    const tasks: Task[] = [];
    const parts = (name: string, list: readonly Part[]): void => {
      for (const [i, part] of list.entries())
        tasks.push({ key: `${name} ${i}`, find: (sink) => part(before, after, sink) });
    };
    parts("connector", connectorParts);
    parts("schemes", [diffSchemes]);
    for (const [old, now] of pairs)
      tasks.push({
        key: `pair ${this.numberOf(old)} ${this.numberOf(now)}`,
        own: now.item,
        find: (sink) => diffOperation(old, now, comparing, sink),
      });
    for (const old of removed)
      tasks.push({ key: `removed ${this.numberOf(old)}`, find: (sink) => sink(removal(old, before, after)) });
    for (const now of added) tasks.push({ key: `added ${this.numberOf(now)}`, find: (sink) => sink(addition(now)) });
    parts("properties", propertiesParts);
    if (after.family !== "definition") return tasks;
    parts("definition", definitionParts);
    for (const now of operations)
      tasks.push({
        key: `resilience ${this.numberOf(now)}`,
        find: (sink) => diffOperationResilience(now, before, sink),
      });
    return tasks;
  }

  private readonly family = (sink: Sink): void =>
    sink({
      kind: "connector.family-changed",
      entity: "connector",
      old: this.before.root.keyPlace,
      new: this.after.root.keyPlace,
      from: this.before.family,
      to: this.after.family,
    });

  private numberOf(operation: Operation): number {
    const known = this.numbers.get(operation);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(operation, number);
    return number;
  }
}

function samePairing(one: Pairing, other: Pairing): boolean {
  return (
    one.pairs.length === other.pairs.length &&
    one.pairs.every(([old, now], i) => other.pairs[i]?.[0] === old && other.pairs[i]?.[1] === now) &&
    sameList(one.removed, other.removed) &&
    sameList(one.added, other.added) &&
    sameList(one.operations, other.operations)
  );
}
function sameList<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, i) => item === other[i]);
}
