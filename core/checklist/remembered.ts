import type { Connector, Operation } from "../model/connector.ts";

/**
 * What a comparison of all operations reads of each, in their order. It is remembered, so that a comparison hears only of those
 * keys that change what is compared, and then reads one operation again and not all of them.
 */
function remembered<T>(
  read: (operation: Operation) => T,
  same: (before: T, after: T) => boolean,
): (connector: Connector) => readonly T[] {
  const known = new WeakMap<Connector, () => readonly T[]>();
  return (connector) => {
    let list = known.get(connector);
    if (!list) {
      list = connector.reads.each(() => connector.operations, read, same);
      known.set(connector, list);
    }
    return list();
  };
}

/** The names under which the designer offers operations; empty for those that it does not. */
export const offeredNames = remembered(
  // What is deprecated is not offered any more, and may be called as what has replaced it.
  ({ summary, internal, deprecated }) => (internal || deprecated ? "" : (summary.string?.trim() ?? "")),
  (before, after) => before === after,
);

/** The texts of the parameters that each operation writes itself; empty for those that it shares with others. */
export const ownParameterTexts = remembered(
  ({ parameters }) =>
    parameters.map(({ name, shared, use, item }) => (name && !shared && use.node === item.node ? item.source : "")),
  (before, after) => before.length === after.length && before.every((text, index) => text === after[index]),
);
