import { visibilityOf } from "../model/base.ts";
import type { Operation, Parameter } from "../model/connector.ts";
import { Shape } from "../model/shape.ts";
import type { Item } from "../syntax/item.ts";

const STEP = /[/.]/;

/** Where a path leads: to a schema, nowhere, or into something that is not described, so that nobody can tell. */
export interface Found {
  readonly schema: Item | undefined;
  readonly open: boolean;
  /** Whether makers cannot see what it leads to. */
  readonly internal: boolean;
}

/** Follows property names, joined by slashes or dots, from a schema on. An empty path leads to the schema itself. */
export function follow(start: Item, path: string): Found {
  let shape = new Shape(start);
  let internal = isInternal(start, shape);
  const none = { schema: undefined, internal: false };
  if (!shape.exists) return { ...none, open: true };
  // A name may have a dot of its own.
  const whole = shape.properties.has(path);
  for (const name of whole ? [path] : path.split(STEP).filter(Boolean)) {
    const { properties, additional } = shape;
    const next = properties.get(name) ?? (additional || undefined);
    // Only what lists its properties can lack one.
    if (!next) return { ...none, open: !properties.size && shape.types[0] !== "array" };
    shape = new Shape(next);
    internal ||= isInternal(next, shape);
    if (!shape.exists) return { ...none, open: true };
  }
  return { schema: shape.item, open: false, internal };
}

function isInternal(use: Item, { item }: Shape): boolean {
  return visibilityOf(use) === "internal" || visibilityOf(item) === "internal";
}

/** What a reference may mean: a parameter of that name, and a property of the body, with or without the body's name before it. */
export interface Meant {
  readonly parameter: Parameter | undefined;
  readonly property: Found | undefined;
}

export function meantBy(reference: string, { parameters, body }: Operation): Meant {
  const parameter = parameters.find(({ name }) => name === reference);
  if (!body) return { parameter, property: undefined };
  const { name, schema } = body;
  const below =
    reference === name ? "" : reference.startsWith(`${name}/`) ? reference.slice(name.length + 1) : undefined;
  const property = follow(schema, below ?? reference);
  return { parameter, property: { ...property, internal: property.internal || body.internal } };
}
