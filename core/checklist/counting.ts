import type { Connector } from "../model/connector.ts";
import { Item } from "../syntax/item.ts";
import { Kind, type Node } from "../syntax/tree.ts";
import { linksOf } from "./inputs.ts";

/**
 * How many schemas a value unfolds to: itself, its properties and its items, with references followed. What leads back to
 * itself is not followed again. Counting ends above `limit`, because a few definitions can unfold to millions.
 */
export function unfoldedSchemas(schema: Item, connector: Connector, limit: number): number {
  const { file } = schema;
  const { tree } = file;
  if (!tree) return 0;
  let count = 0;
  const open = new Set<Node>();
  const stack: { node: Node; counts: boolean; leave: boolean }[] = [{ node: schema.node, counts: true, leave: false }];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    let { node } = entry;
    if (entry.leave) {
      open.delete(node);
      continue;
    }
    if (tree.kind(node) !== Kind.object) continue;
    let links = linksOf(new Item(file, node));
    if (links.ref >= 0 && tree.kind(links.ref) === Kind.string) {
      const target = connector.resolve(new Item(file, node));
      node = target.node;
      if (tree.kind(node) !== Kind.object) continue;
      links = linksOf(target);
    }
    if (open.has(node)) continue;
    // Parts of an `allOf` are merged into the schema that has them.
    if (entry.counts) count++;
    if (count > limit) return count;
    const { properties, allOf, items } = links;
    if (properties < 0 && allOf < 0 && items < 0) continue;
    open.add(node);
    stack.push({ node, counts: false, leave: true });
    for (let child = tree.first(properties); child >= 0; child = tree.next(child))
      stack.push({ node: child, counts: true, leave: false });
    for (let child = tree.first(allOf); child >= 0; child = tree.next(child))
      stack.push({ node: child, counts: false, leave: false });
    if (items >= 0) stack.push({ node: items, counts: true, leave: false });
  }
  return count;
}
