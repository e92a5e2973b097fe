import type { Body, Connector, Operation, Response } from "../model/connector.ts";
import { Item } from "../syntax/item.ts";
import type { Place } from "../syntax/source.ts";
import { Kind, type Node } from "../syntax/tree.ts";
import { linksOf } from "./inputs.ts";

/** What an operation unfolds to, for the rules that limit it. Counting costs more than any rule, so it is done once for all. */
export interface Unfolded {
  readonly operation: Operation;
  /** Schemas of the body and the responses; at least one above the limit where there are more than it allows. */
  readonly schemas: readonly { readonly owner: Body | Response; readonly count: number; readonly depth: number }[];
  /** Parameters and all schemas, that of the notification included. */
  readonly total: number;
}

/** More schemas are counted only where one of these limits is not reached yet: of one schema, and of an operation. */
export const MOST_OF_ONE = 512;
export const MOST_OF_ALL = 16_384;

export function unfold(operation: Operation, connector: Connector): Unfolded {
  const { parameters, body, responses, notification } = operation;
  let total = parameters.length;
  const count = (schema: Item): { count: number; depth: number } => {
    const found = unfoldedSchemas(schema, connector, Math.max(MOST_OF_ONE, MOST_OF_ALL - total));
    total += found.count;
    return found;
  };
  const schemas = [...(body ? [body] : []), ...responses].map((owner) => ({ owner, ...count(owner.schema) }));
  if (notification.exists) count(notification.get("schema"));
  return { operation, schemas, total };
}

/** How a message calls what unfolds, and where a finding about it belongs. */
export function unfoldedLabel({ owner }: Unfolded["schemas"][number]): string {
  return "status" in owner ? `Response ${owner.status}` : "The body";
}
export function unfoldedPlace({ owner: { use, item, schema } }: Unfolded["schemas"][number]): Place {
  return use.node === item.node ? schema.keyPlace : use.get("$ref").place;
}

/**
 * How many schemas a value unfolds to: itself, its properties and its items, with references followed; and how many of them
 * stand within one another. What leads back to itself is not followed again. Counting ends above `limit`, because a few
 * definitions can unfold to millions.
 */
function unfoldedSchemas(schema: Item, connector: Connector, limit: number): { count: number; depth: number } {
  const { file } = schema;
  const { tree } = file;
  let count = 0;
  let depth = 0;
  if (!tree) return { count, depth };
  const open = new Set<Node>();
  const stack: { node: Node; counts: boolean; leave: boolean; level: number }[] = [
    { node: schema.node, counts: true, leave: false, level: 1 },
  ];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    let { node } = entry;
    const { level } = entry;
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
    if (level > depth) depth = level;
    if (count > limit) return { count, depth };
    const { properties, allOf, items } = links;
    if (properties < 0 && allOf < 0 && items < 0) continue;
    open.add(node);
    stack.push({ node, counts: false, leave: true, level });
    for (let child = tree.first(properties); child >= 0; child = tree.next(child))
      stack.push({ node: child, counts: true, leave: false, level: level + 1 });
    for (let child = tree.first(allOf); child >= 0; child = tree.next(child))
      stack.push({ node: child, counts: false, leave: false, level });
    if (items >= 0) stack.push({ node: items, counts: true, leave: false, level: level + 1 });
  }
  return { count, depth };
}
