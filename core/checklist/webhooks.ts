import type { Connector, Operation } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";
import { membersOf } from "./document.ts";

export const CONTENT = "x-ms-notification-content";
export const CALLBACK = "x-ms-notification-url";

/** An input that takes the address which the service calls back. */
export interface Callback {
  readonly item: Item;
  /** Whether it, or anything that it stands in, is hidden from makers. */
  readonly internal: boolean;
}

function isHidden(item: Item): boolean {
  return item.get("x-ms-visibility").string?.toLowerCase() === "internal";
}

/** The inputs of an operation that are marked as callback addresses. */
export function callbacks(operation: Operation, connector: Connector): Callback[] {
  if (!membersOf(connector, CALLBACK).length) return [];
  const found: Callback[] = [];
  const { body, parameters } = operation;
  for (const { item, internal } of parameters) if (item.get(CALLBACK).boolean) found.push({ item, internal });
  const seen = new Set<number>();
  const queue: Callback[] = body ? [{ item: body.schema, internal: body.internal }] : [];
  for (let entry = queue.pop(); entry; entry = queue.pop()) {
    const schema = connector.resolve(entry.item);
    if (!schema.isObject || seen.has(schema.node)) continue;
    seen.add(schema.node);
    const internal = entry.internal || isHidden(schema) || isHidden(entry.item);
    if (schema.get(CALLBACK).boolean) found.push({ item: schema, internal });
    const items = schema.get("items");
    for (const child of [...schema.get("properties").children(), ...schema.get("allOf").children(), items])
      queue.push({ item: child, internal });
  }
  return found;
}
