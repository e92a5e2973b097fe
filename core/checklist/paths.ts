import type { Connector } from "../model/connector.ts";
import { type Item, textAt, within } from "../syntax/item.ts";
import type { Place } from "../syntax/source.ts";
import { isComplete, swaggerRoot } from "./swagger.ts";

/**
 * The paths of the document. None where its brackets do not pair: operations and definitions may then seem to be paths, and
 * what is told about them would be wrong.
 */
export function pathItems(connector: Connector): Item[] {
  const paths = swaggerRoot(connector).get("paths");
  return isComplete(paths) ? paths.children().filter(looksLikePath) : [];
}

/** Whether a member of `paths` is one of them. */
export function isPath(item: Item): boolean {
  return looksLikePath(item) && isComplete(item.parent);
}

function looksLikePath(item: Item): boolean {
  return item.isObject && item.key.startsWith("/");
}

/** The range of a part of a key, in offsets of the decoded key; the whole key where escapes shift the offsets. */
export function keyPart(item: Item, from: number, to: number): Place {
  const place = item.keyPlace;
  const raw = textAt(place);
  const lead = /^["']/.test(raw) ? 1 : 0;
  if (raw.slice(lead, lead + item.key.length) !== item.key) return place;
  return within(place, lead + from, lead + to);
}
