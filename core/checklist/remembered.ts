import type { Operation } from "../model/connector.ts";

/**
 * What a comparison of all operations reads of each. It is remembered with the operation, so that a comparison hears only of those
 * keys that change what is compared, and then asks each of the other operations for one value instead of many.
 */
function remembered<T>(
  read: (operation: Operation) => T,
  same: (before: T, after: T) => boolean,
): (operation: Operation) => T {
  const known = new WeakMap<Operation, () => T>();
  return (operation) => {
    let memo = known.get(operation);
    if (!memo) {
      memo = operation.connector.reads.memo(() => read(operation), same);
      known.set(operation, memo);
    }
    return memo();
  };
}

/** The name under which the designer offers an operation; empty where it does not. */
export const offeredName = remembered(
  // What is deprecated is not offered any more, and may be called as what has replaced it.
  ({ summary, internal, deprecated }) => (internal || deprecated ? "" : (summary.string?.trim() ?? "")),
  (before, after) => before === after,
);

/** The texts of the parameters that an operation writes itself; empty for those that it shares with others. */
export const ownParameterTexts = remembered(
  ({ parameters }) =>
    parameters.map(({ name, shared, use, item }) => (name && !shared && use.node === item.node ? item.source : "")),
  (before, after) => before.length === after.length && before.every((text, index) => text === after[index]),
);
