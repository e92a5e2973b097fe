import type { Connector, Operation } from "../model/connector.ts";
import { Item } from "../syntax/item.ts";
import { Lines } from "../syntax/lines.ts";
import type { Place } from "../syntax/source.ts";
import type { Whereabouts } from "./log.ts";

/** Where something is, as far as it is still there. */
export interface Located {
  readonly item: Item;
  /** Whether all of the path was found, and not only what it begins with. */
  readonly exact: boolean;
}

/** The value that an entry of a log is about; what is not there any more is found at what is left of it. */
export function locate(at: Whereabouts, connector: Connector): Located | undefined {
  switch (at.kind) {
    case "pointer":
      return byPointer(at.path, connector);
    case "operation":
      return byOperation(at.path.split("/").slice(1), connector);
    case "position": {
      const file = connector.file("properties");
      if (!file?.tree) return undefined;
      const offset = new Lines(file.text).offset({ line: at.line - 1, character: Math.max(0, at.column - 1) });
      return { item: new Item(file, file.tree.innermost(offset)), exact: true };
    }
    default:
      return undefined;
  }
}

/** The place that a person has to look at. */
export function placeOf({ item, exact }: Located): Place {
  return exact ? item.place : item.keyPlace;
}

function byPointer(path: string, { root, properties }: Connector): Located {
  const keys = path ? path.split("/").map((key) => key.replace(/~1/g, "/").replace(/~0/g, "~")) : [];
  // Both files are validated by themselves, and both have paths of their own.
  const start = keys[0] === "properties" && properties.exists ? Item.root(properties.file) : root;
  return descend(start, keys, (item, key) => (item.isArray ? item.children()[Number(key)] : item.get(key)));
}

function descend(start: Item, keys: readonly string[], step: (item: Item, key: string) => Item | undefined): Located {
  let item = start;
  for (const key of keys) {
    const next = step(item, key);
    if (!next?.exists) return { item, exact: false };
    item = next;
  }
  return { item, exact: true };
}

function byOperation([id = "", part = "", name = "", ...rest]: readonly string[], connector: Connector): Located {
  const operation = connector.operation(id);
  if (!operation) return { item: connector.root.get("paths"), exact: false };
  if (!part) return { item: operation.idItem, exact: true };
  const found = partOf(operation, part, name);
  if (!found) {
    const own = operation.item.get(part);
    return own.exists ? { item: own, exact: true } : { item: operation.idItem, exact: false };
  }
  return descend(found, rest, (item, key) => {
    if (key === "schema" && !item.get("schema").exists && item.get("type").exists) return item;
    const target = connector.resolve(item);
    const property = target.get("properties").get(key);
    return property.exists ? property : target.get(key);
  });
}

function partOf(
  { item, parameters, body, responses, notification }: Operation,
  part: string,
  name: string,
): Item | undefined {
  if (part === "parameter" || part === "parameters")
    return body?.name === name ? body.item : parameters.find((parameter) => parameter.name === name)?.item;
  if (part !== "responses") return undefined;
  if (name === "x-ms-notification-content") return notification.exists ? notification : undefined;
  return responses.find(({ status }) => status === name)?.item ?? item.get("responses");
}
