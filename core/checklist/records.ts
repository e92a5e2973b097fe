import { resolveIn } from "../model/base.ts";
import type { Operation } from "../model/connector.ts";
import { Shape } from "../model/shape.ts";
import type { Item } from "../syntax/item.ts";

/**
 * Schemas of the records that an operation gives: `response.records` and `body.record` say where they stand (`$`, `$.data`,
 * `$.data[*]`). A place that the schema does not describe gives nothing, because then nothing can be said about it.
 */
export function recordSchemas(operation: Operation | undefined): Item[] {
  if (!operation) return [];
  const response = operation.item.get("response");
  const body = operation.item.get("body");
  return [
    at(response.get("schema"), response.get("records").string ?? "$"),
    at(body.get("schema"), body.get("record").string ?? "$"),
  ].flatMap((item) => item ?? []);
}

function at(schema: Item, path: string): Item | undefined {
  let current = resolveIn(schema);
  for (const step of path
    .replace(/^\$\.?/, "")
    .split(/\.|(?=\[)/)
    .filter(Boolean)) {
    const shape = new Shape(current);
    const next = step.startsWith("[") ? shape.items : shape.properties.get(step);
    if (!next) return undefined;
    current = resolveIn(next);
  }
  if (!current.exists) return undefined;
  // A list of records is described by its items.
  const shape = new Shape(current);
  return shape.types[0] === "array" && shape.items.exists ? resolveIn(shape.items) : current;
}
