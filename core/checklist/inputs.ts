import type { Connector, Operation } from "../model/connector.ts";
import { Item } from "../syntax/item.ts";
import { Kind, NONE, type Node } from "../syntax/tree.ts";

/** Something that an operation takes: a parameter, or a schema of what it sends as its body. */
export interface Input {
  readonly operation: Operation;
  /** Behind its reference. */
  readonly item: Item;
  /** Whether it, or anything that it stands in, is hidden from makers. */
  readonly internal: boolean;
}

/** The members of a schema that lead on to other schemas, found in one go, because whole definitions are walked by them. */
export interface SchemaLinks {
  ref: Node;
  properties: Node;
  allOf: Node;
  items: Node;
  visibility: Node;
}

/** Of members that are written twice the last one counts, as everywhere. */
export function linksOf({ file, node }: Item): SchemaLinks {
  const links: SchemaLinks = { ref: NONE, properties: NONE, allOf: NONE, items: NONE, visibility: NONE };
  const { tree } = file;
  if (tree?.kind(node) !== Kind.object) return links;
  for (let child = tree.first(node); child >= 0; child = tree.next(child)) {
    switch (tree.key(child)) {
      case "$ref":
        links.ref = child;
        break;
      case "properties":
        links.properties = child;
        break;
      case "allOf":
        links.allOf = child;
        break;
      case "items":
        links.items = child;
        break;
      case "x-ms-visibility":
        links.visibility = child;
        break;
    }
  }
  return links;
}

/** Whether a schema itself is hidden from makers. */
export function isHidden({ file }: Item, { visibility }: SchemaLinks): boolean {
  return visibility >= 0 && new Item(file, visibility).string?.toLowerCase() === "internal";
}

/** Every parameter of an operation and every object schema of its body, references and `allOf` followed, each once. */
export function inputsOf(operation: Operation, connector: Connector): Input[] {
  const found: Input[] = [];
  const { body, parameters } = operation;
  for (const { item, internal } of parameters) found.push({ operation, item, internal });
  if (!body) return found;
  const seen = new Set<Node>();
  const queue = [{ item: body.schema, internal: body.internal }];
  for (let entry = queue.pop(); entry; entry = queue.pop()) {
    let { item, internal } = entry;
    const { tree } = item.file;
    if (!tree || tree.kind(item.node) !== Kind.object) continue;
    let links = linksOf(item);
    if (links.ref >= 0 && tree.kind(links.ref) === Kind.string) {
      internal ||= isHidden(item, links);
      item = connector.resolve(item);
      if (!item.isObject) continue;
      links = linksOf(item);
    }
    if (seen.has(item.node)) continue;
    seen.add(item.node);
    internal ||= isHidden(item, links);
    found.push({ operation, item, internal });
    const { file } = item;
    const push = (node: Node): void => {
      if (tree.kind(node) === Kind.object) queue.push({ item: new Item(file, node), internal });
    };
    for (const list of [links.properties, links.allOf])
      for (let child = tree.first(list); child >= 0; child = tree.next(child)) push(child);
    if (tree.kind(links.items) === Kind.array)
      for (let child = tree.first(links.items); child >= 0; child = tree.next(child)) push(child);
    else push(links.items);
  }
  return found;
}
