import type { Connector } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";

/** Every object schema of anything that is sent as a body, references and `allOf` followed, each once. */
export function inputSchemas(connector: Connector): Item[] {
  const found: Item[] = [];
  const seen = new Set<number>();
  const queue = connector.operations.flatMap(({ body }) => (body ? [body.schema] : []));
  for (let part = queue.pop(); part; part = queue.pop()) {
    const schema = connector.resolve(part);
    if (!schema.isObject || seen.has(schema.node)) continue;
    seen.add(schema.node);
    found.push(schema);
    const items = schema.get("items");
    queue.push(
      ...schema.get("properties").children(),
      ...(items.isArray ? items.children() : [items]),
      ...schema.get("allOf").children(),
    );
  }
  return found;
}
