import { resolveIn } from "../model/base.ts";
import type { Connector } from "../model/connector.ts";
import { Item } from "../syntax/item.ts";
import type { Node } from "../syntax/tree.ts";
import type { Memos } from "./memos.ts";

/** Shared schemas by their names. */
export type Named = ReadonlyMap<string, Item>;
const NONE_NAMED: Named = new Map();

/** Kinds of a schema are the shared schemas that are composed of it; their names are what its discriminator holds. */
export class Kinds {
  /** Whether both versions have the same kinds of the same schemas. */
  readonly alike: () => boolean;
  private readonly before: (base: string) => Named | undefined;
  private readonly after: (base: string) => Named | undefined;

  constructor(before: Connector, after: Connector, memos: Memos) {
    this.before = memos.index(() => kindsOf(before), sameNamed);
    this.after = memos.index(() => kindsOf(after), sameNamed);
    this.alike = memos.memo(
      () => printed(before) === printed(after),
      (old, now) => old === now,
    );
  }
  ofOld(base: Node): Named {
    return this.before(String(base)) ?? NONE_NAMED;
  }
  ofNew(base: Node): Named {
    return this.after(String(base)) ?? NONE_NAMED;
  }
}

/** By the node of what they are composed of. */
function kindsOf(connector: Connector): Map<string, Map<string, Item>> {
  const found = new Map<string, Map<string, Item>>();
  const root = Item.root(connector.main);
  for (const definition of [...root.get("definitions").children(), ...root.get("schemas").children()]) {
    for (const member of definition.get("allOf").children()) {
      const base = member.get("$ref").exists ? resolveIn(member) : undefined;
      if (!base?.exists) continue;
      const key = String(base.node);
      const named = found.get(key);
      if (named) named.set(definition.key, definition);
      else found.set(key, new Map([[definition.key, definition]]));
    }
  }
  return found;
}
function sameNamed(one: Named, other: Named): boolean {
  return one.size === other.size && [...one].every(([name, item]) => other.get(name)?.node === item.node);
}
function printed(connector: Connector): string {
  const tree = connector.main.tree;
  return JSON.stringify(
    [...kindsOf(connector)].map(([base, named]) => [tree?.pointer(Number(base)), [...named.keys()]]),
  );
}
