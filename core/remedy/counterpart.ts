import type { Connector } from "../model/connector.ts";
import { Item } from "../syntax/item.ts";
import { canonical } from "../versioning/facts.ts";

/**
 * The value of another version that stands for one of this version; `undefined` where that version has none. Values are found by
 * what they are called: operations by their ids, wherever they have moved to, parameters by name and place, other items of
 * lists by what they say.
 */
export function counterpart(item: Item, from: Connector, to: Connector): Item | undefined {
  const file = to.files.find(({ role }) => role === item.file.role);
  if (!file?.tree || !item.exists) return undefined;
  const operation = from.operations.find((each) => each.item.node === item.node && each.item.file === item.file);
  const same = operation?.id ? to.operation(operation.id) : undefined;
  if (same) return same.item;
  if (item.node === item.file.tree?.root) return Item.root(file);
  const parent = counterpart(item.parent, from, to);
  if (!parent) return undefined;
  if (parent.isArray) return parent.children().find((each) => isCalledAlike(item, each));
  const found = parent.get(item.key);
  return found.exists ? found : undefined;
}

/** Whether two items of a list are about the same thing. */
export function isCalledAlike(one: Item, other: Item): boolean {
  if (!one.isObject || !other.isObject) return canonical(one.toData() ?? null) === canonical(other.toData() ?? null);
  for (const key of ["$ref", "name", "id"]) {
    const name = one.get(key).string;
    if (name !== undefined) return name === other.get(key).string && one.get("in").string === other.get("in").string;
  }
  return canonical(one.toData()) === canonical(other.toData());
}
