import type { Connector, Operation } from "../model/connector.ts";
import type { Family } from "../model/files.ts";
import { Item } from "../syntax/item.ts";
import type { SourceFile } from "../syntax/source.ts";
import { Kind, NONE } from "../syntax/tree.ts";

export type EntityKind =
  | "document"
  | "section"
  | "path"
  | "operation"
  | "definition"
  | "parameter"
  | "response"
  | "securityScheme"
  | "mapping"
  | "file";

/**
 * What is checked at a time: big enough to make sense alone, small enough to be checked with every key that is pressed. A value
 * belongs to the nearest entity at or above it, and so to exactly one. What belongs to the `document` is only its skeleton: the
 * root and the maps that hold entities.
 */
export interface Entity {
  readonly kind: EntityKind;
  readonly file: SourceFile;
  /** Its root; absent in a file that is prose, a script or an image. */
  readonly item: Item;
  /** The operations that stand in it. */
  readonly operations: readonly Operation[];
}

/** The maps of the root whose members are entities of their own; every other member of the root is one as a whole. */
const MAPS: Readonly<Record<Family, ReadonlyMap<string, EntityKind>>> = {
  powerplatform: new Map<string, EntityKind>([
    ["paths", "path"],
    ["definitions", "definition"],
    ["parameters", "parameter"],
    ["responses", "response"],
    ["securityDefinitions", "securityScheme"],
  ]),
  definition: new Map<string, EntityKind>([
    ["operations", "operation"],
    ["schemas", "definition"],
    ["field_mappings", "mapping"],
  ]),
};

/** Whether a member of the root is one of the maps of which the members are entities. */
export function holdsEntities(member: Item, family: Family): boolean {
  return member.isObject && MAPS[family].has(member.key);
}

/** All entities of a connector: those of the main file in the order of the document, then the companions as a whole. */
export function entitiesOf(connector: Connector): readonly Entity[] {
  const { main, files } = connector;
  const hasDocument = main.role === "definition";
  const entities = hasDocument ? documentEntities(connector) : [];
  for (const file of files)
    if (file !== main || !hasDocument) entities.push({ kind: "file", file, item: Item.root(file), operations: [] });
  return entities;
}

function documentEntities({ family, main, operations }: Connector): Entity[] {
  const byNode = new Map<number, Operation[]>();
  for (const operation of operations) {
    const { node } = family === "powerplatform" ? operation.pathItem : operation.item;
    const list = byNode.get(node);
    if (list) list.push(operation);
    else byNode.set(node, [operation]);
  }
  const root = Item.root(main);
  const entities: Entity[] = [];
  const add = (kind: EntityKind, item: Item): void => {
    entities.push({ kind, file: main, item, operations: byNode.get(item.node) ?? [] });
  };
  add("document", root);
  if (!root.isObject) return entities;
  for (const member of root.children()) {
    const kind = holdsEntities(member, family) ? MAPS[family].get(member.key) : undefined;
    if (!kind) add("section", member);
    else for (const item of member.children()) add(kind, item);
  }
  return entities;
}

/** Every value that belongs to an entity, in no particular order. */
export function valuesOf({ kind, item, file }: Entity, family: Family): Item[] {
  const { tree } = file;
  if (!tree || !item.exists) return [];
  const found: Item[] = [];
  const skeleton = kind === "document" && item.isObject;
  const nodes = [item.node];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    found.push(new Item(file, node));
    for (let child = tree.first(node); child !== NONE; child = tree.next(child)) {
      if (!skeleton) nodes.push(child);
      else if (node === item.node && tree.kind(child) === Kind.object && MAPS[family].has(tree.key(child)))
        nodes.push(child);
    }
  }
  return found;
}
