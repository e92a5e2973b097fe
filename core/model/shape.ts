import type { Item } from "../syntax/item.ts";
import { resolveIn } from "./base.ts";

/**
 * A schema as its users see it: references followed, `allOf` merged. Every keyword still knows the place where it is written.
 */
export class Shape {
  /** The schema itself behind its reference. */
  readonly item: Item;
  /** Where it is used: holds the `$ref`, if there is one. */
  readonly use: Item;
  private readonly parts: readonly Item[];
  private propertyMap: Map<string, Item> | undefined;
  private requiredSet: Set<string> | undefined;

  constructor(use: Item) {
    this.use = use;
    this.item = resolveIn(use);
    this.parts = flatten(this.item);
  }

  get exists(): boolean {
    return this.item.exists;
  }
  /** A keyword from the schema or the first `allOf` member that has it. */
  keyword(name: string): Item {
    for (const part of this.parts) {
      const item = part.get(name);
      if (item.exists) return item;
    }
    return this.item.get(name);
  }
  /** The strictest of a bound that several parts give. */
  bound(name: string, strictest: "largest" | "smallest"): number | undefined {
    let found: number | undefined;
    for (const part of this.parts) {
      const value = part.get(name).number;
      if (value !== undefined && (found === undefined || (strictest === "largest" ? value > found : value < found)))
        found = value;
    }
    return found;
  }
  /** Types without `null`, sorted; empty where none is given. */
  get types(): readonly string[] {
    const type = this.keyword("type");
    const list = type.isArray ? type.strings() : type.string ? [type.string] : [];
    return list.filter((name) => name !== "null").sort();
  }
  get nullable(): boolean {
    const type = this.keyword("type");
    return (type.isArray && type.strings().includes("null")) || this.keyword("x-nullable").boolean === true;
  }
  get format(): string {
    return this.keyword("format").string ?? "";
  }
  /** The allowed values, without repetitions; `undefined` where any value is. */
  get enum(): readonly unknown[] | undefined {
    const item = this.keyword("enum");
    if (!item.isArray) return undefined;
    const seen = new Map(item.children().map((child) => [JSON.stringify(child.scalar ?? null), child.scalar ?? null]));
    return [...seen.values()];
  }
  /** Whether consumers were told that values may be added. */
  get openEnum(): boolean {
    return this.keyword("x-ms-enum").get("modelAsString").boolean === true || this.keyword("x-extensible-enum").exists;
  }
  get properties(): ReadonlyMap<string, Item> {
    if (this.propertyMap) return this.propertyMap;
    const map = new Map<string, Item>();
    for (const part of this.parts) {
      for (const property of part.get("properties").children())
        if (!map.has(property.key)) map.set(property.key, property);
    }
    this.propertyMap = map;
    return map;
  }
  get required(): ReadonlySet<string> {
    this.requiredSet ??= new Set(this.parts.flatMap((part) => part.get("required").strings()));
    return this.requiredSet;
  }
  get items(): Item {
    return this.keyword("items");
  }
  /** `false` where other properties are refused, a schema where they have one, `undefined` where anything goes. */
  get additional(): false | Item | undefined {
    const item = this.keyword("additionalProperties");
    if (item.boolean === false) return false;
    return item.isObject && item.children().length ? item : undefined;
  }
}

/** The schema and all members of its `allOf`, depth first; a circular composition ends where it comes back. */
function flatten(item: Item): Item[] {
  const parts: Item[] = [];
  const seen = new Set<number>();
  const visit = (at: Item): void => {
    if (!at.exists || seen.has(at.node)) return;
    seen.add(at.node);
    parts.push(at);
    for (const member of at.get("allOf").children()) visit(resolveIn(member));
  };
  visit(item);
  return parts;
}
