import type { Connector } from "../model/connector.ts";
import { appendItem, insertMember, insertMembers, remove, setValue } from "../syntax/edits.ts";
import type { Item } from "../syntax/item.ts";
import type { TextEdit } from "../syntax/source.ts";
import { counterpart, isCalledAlike } from "./counterpart.ts";

/** How far up something may be missing that a removed thing is put back into: a path item, the list of parameters. */
const LEVELS = 3;

/** Puts back what the old version has and the new one has not, with the shared schemas that it refers to. */
export function restore(
  old: Item,
  before: Connector,
  after: Connector,
  change?: (data: unknown) => unknown,
): TextEdit[] {
  const data = old.toData();
  let value = change ? change(data) : data;
  let at = old;
  for (let level = 0; level < LEVELS; level++) {
    const parent = counterpart(at.parent, before, after);
    if (parent) {
      const edits = parent.isArray ? appendItem(parent, value) : insertMember(parent, at.key, value);
      return edits.length ? [...edits, ...missingSchemas(data, before, after)] : [];
    }
    value = at.parent.isArray ? [value] : { [at.key]: value };
    at = at.parent;
  }
  return [];
}

/** Larger things than this are put back piece by piece or not at all: too much of what the author wrote since would go. */
const SMALL = 2000;

/** Gives a value back what it said. */
export function putBack(old: Item, now: Item): TextEdit[] {
  return now.source.length > SMALL || old.get("operationId").exists ? [] : setValue(now, old.toData());
}

/** Gives a list the items back that it had, beside those that it has. */
export function putBackItems(old: Item, now: Item): { items: Item[]; edits: TextEdit[] } {
  const items = old.children().filter((item) => !now.children().some((other) => isCalledAlike(item, other)));
  const [first] = items;
  const edits =
    first && items.length === 1
      ? appendItem(now, first.toData())
      : items.some(({ isObject }) => isObject)
        ? []
        : setValue(
            now,
            [...items, ...now.children()].map((item) => item.toData()),
          );
  return { items, edits: first ? edits : [] };
}

/** Takes away what the new version has and the old one had not; a list that would be empty goes with it. */
export function takeAway(now: Item): TextEdit[] {
  return remove(now.parent.isArray && now.parent.children().length === 1 ? now.parent : now);
}

/** The shared schemas that restored data refers to and that are gone, too. */
function missingSchemas(data: unknown, before: Connector, after: Connector): TextEdit[] {
  const wanted = new Map<string, unknown>();
  const queue = [data];
  for (let each = queue.pop(); each !== undefined; each = queue.pop()) {
    if (typeof each !== "object" || each === null) continue;
    for (const [key, value] of Object.entries(each)) {
      if (key !== "$ref" || typeof value !== "string") {
        queue.push(value ?? undefined);
        continue;
      }
      const name = /^#\/(?:definitions|schemas)\/([^/]+)$/.exec(value)?.[1]?.replace(/~1/g, "/").replace(/~0/g, "~");
      if (name === undefined || wanted.has(name) || after.definitions.get(name).exists) continue;
      const schema = before.definitions.get(name);
      if (!schema.exists) continue;
      wanted.set(name, schema.toData());
      queue.push(schema.toData());
    }
  }
  if (!wanted.size) return [];
  const members = Object.fromEntries(wanted);
  if (after.definitions.exists) return insertMembers(after.definitions, members);
  return insertMember(after.root, before.definitions.key, members);
}

/** What a place of the differ is about: the id of an operation and the name of a parameter stand for the whole of it. */
export function thingAt(item: Item): Item {
  return ["operationId", "name", "in"].includes(item.key) && item.isString && item.parent.isObject ? item.parent : item;
}
