import type { Connector } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";

/**
 * How many schemas a value unfolds to: itself, its properties and its items, with references followed. What leads back to
 * itself is not followed again. Counting ends above `limit`, because a few definitions can unfold to millions.
 */
export function unfoldedSchemas(schema: Item, connector: Connector, limit: number): number {
  let count = 0;
  const open = new Set<number>();
  const stack: { item: Item; leave?: number }[] = [{ item: schema }];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    if (entry.leave !== undefined) {
      open.delete(entry.leave);
      continue;
    }
    const item = connector.resolve(entry.item);
    if (!item.isObject || open.has(item.node)) continue;
    // Parts of an `allOf` are merged into the schema that has them.
    if (entry.item.parent.key !== "allOf") count++;
    if (count > limit) return count;
    open.add(item.node);
    stack.push({ item, leave: item.node });
    for (const property of item.get("properties").children()) stack.push({ item: property });
    for (const part of item.get("allOf").children()) stack.push({ item: part });
    const items = item.get("items");
    if (items.isObject) stack.push({ item: items });
  }
  return count;
}
