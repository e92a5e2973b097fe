import type { Fix } from "../checklist/types.ts";
import type { Connector } from "../model/connector.ts";
import { readConnector } from "../model/read.ts";
import { applyEdits } from "../syntax/apply.ts";
import { renameKey } from "../syntax/edits.ts";
import { Item, NodePlace } from "../syntax/item.ts";
import type { Place, TextEdit } from "../syntax/source.ts";
import { compareConnectors } from "../versioning/compare.ts";
import { show } from "../versioning/facts.ts";
import type { Change, Verdict } from "../versioning/types.ts";
import { counterpart } from "./counterpart.ts";
import { keepBeside } from "./keep-beside.ts";
import { putBack, putBackItems, restore, takeAway, thingAt } from "./restore.ts";

/** One way out of a breaking change, before anybody has seen whether it leads out. */
interface Proposal {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/**
 * The ways out of a breaking change. What a proposal leads to is compared with the old version before its edits are handed
 * over: one that does not take the change away, or breaks something else, has no edits and so is not offered.
 */
export function fixesOf(change: Change, before: Connector, after: Connector): readonly Fix[] {
  // Which proposals there are is cheap to say; the comparison waits until somebody asks for the edits.
  return proposals(change, before, after).map(({ title, edits }) => ({
    title,
    edits: () => (leadsOut(change, edits, before, after) ? edits : []),
  }));
}

function proposals(change: Change, before: Connector, after: Connector): Proposal[] {
  const [old, now] = [itemAt(change.old), itemAt(change.new)];
  const found: Proposal[] = [];
  const add = (title: string, edits: readonly TextEdit[]): void => {
    if (edits.length) found.push({ title, edits });
  };
  const gone = old && thingAt(old);
  const there = gone && counterpart(gone, before, after);
  if (gone && !there) {
    // What is called otherwise now, at the same place, can be called again as it was.
    if (now?.isObject && gone.isObject && now.parent.node === counterpart(gone.parent, before, after)?.node)
      add(`Call it ${gone.key} again`, renameKey(now, gone.key));
    add(`Restore ${change.entity}`, restore(gone, before, after));
    if (before.operations.some(({ item }) => item.node === gone.node))
      add(
        `Restore ${change.entity}, marked as deprecated`,
        restore(gone, before, after, (data) => ({ ...(data as object), deprecated: true })),
      );
  } else if (old && there) {
    const value = counterpart(old, before, after);
    if (!value) add(`Put back ${old.key}: ${show(old.toData())}`, restore(old, before, after));
    else {
      if (old.isArray && value.isArray) {
        const { items, edits } = putBackItems(old, value);
        add(`Add ${items.map((item) => show(item.toData())).join(", ")} again`, edits);
      }
      add(`Put back ${old.key || "it"}${old.isObject ? " as it was" : `: ${show(old.toData())}`}`, putBack(old, value));
      // With another type other members came along, which the old one has no place for.
      if (old.key === "type" && old.parent.key)
        add(`Put back ${old.parent.key} as it was`, putBack(old.parent, value.parent));
    }
  }
  if (now && !counterpart(thingAt(now), after, before)) {
    const required = requirementOf(thingAt(now));
    if (required) add(`Make ${change.entity} optional`, takeAway(required));
    add(`Take away ${labelOf(now)}`, takeAway(thingAt(now)));
  }
  if (change.operation) add(...keepBeside(change.operation, before, after));
  return found;
}

/** What makes a new parameter or property compulsory. */
function requirementOf(thing: Item): Item | undefined {
  const own = thing.get("required");
  if (own.boolean === true) return own;
  // A property is named in the list of its schema.
  const list = thing.parent.key === "properties" ? thing.parent.parent.get("required") : undefined;
  return list?.children().find(({ string }) => string === thing.key);
}

function labelOf(item: Item): string {
  const thing = thingAt(item);
  if (thing !== item) return `${item.string}`;
  return item.parent.isArray ? show(item.toData()) : item.key;
}

function itemAt(place: Place | undefined): Item | undefined {
  return place instanceof NodePlace ? new Item(place.file, place.node) : undefined;
}

/** Whether edits take a change away without breaking anything that is not broken already. */
function leadsOut(change: Change, edits: readonly TextEdit[], before: Connector, after: Connector): boolean {
  const now = readConnector(applyEdits(after.files, edits), { folder: after.isFolder });
  if (now.files.some(({ tree }, i) => (tree?.problems.length ?? 0) > (after.files[i]?.tree?.problems.length ?? 0)))
    return false;
  const known = breaking(compareConnectors(before, after));
  const left = breaking(compareConnectors(before, now));
  return !left.has(nameOf(change)) && [...left].every((name) => known.has(name));
}
function breaking({ changes }: Verdict): Set<string> {
  return new Set(changes.filter(({ bump }) => bump === "major").map(nameOf));
}
const nameOf = ({ id, entity }: Change): string => `${id} ${entity}`;
