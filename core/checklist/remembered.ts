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
const ownParameterTexts = remembered(
  ({ parameters }) =>
    parameters.map(({ name, shared, use, item }) => (name && !shared && use.node === item.node ? item.source : "")),
  (before, after) => before.length === after.length && before.every((text, index) => text === after[index]),
);

/** A parameter of an operation, by its position. */
export interface ParameterUse {
  readonly operation: Operation;
  readonly index: number;
}
const repeated = new WeakMap<Connector, () => readonly (readonly ParameterUse[])[]>();

/** Parameters that operations write themselves, in groups of two and more of the same text. */
export function repeatedParameters(connector: Connector): readonly (readonly ParameterUse[])[] {
  let groups = repeated.get(connector);
  if (!groups) {
    groups = connector.reads.memo(() => groupParameters(connector), sameGroups);
    repeated.set(connector, groups);
  }
  return groups();
}

function groupParameters(connector: Connector): ParameterUse[][] {
  const { operations } = connector;
  const groups = new Map<string, ParameterUse[]>();
  for (const [at, texts] of ownParameterTexts(connector).entries())
    for (const [index, text] of texts.entries()) {
      if (!text) continue;
      const use = { operation: operations[at] as Operation, index };
      const group = groups.get(text);
      if (group) group.push(use);
      else groups.set(text, [use]);
    }
  return [...groups.values()].filter((group) => group.length > 1);
}

function sameGroups(
  before: readonly (readonly ParameterUse[])[],
  after: readonly (readonly ParameterUse[])[],
): boolean {
  return (
    before.length === after.length &&
    before.every((group, i) => {
      const other = after[i] as readonly ParameterUse[];
      return (
        group.length === other.length &&
        group.every(({ operation, index }, k) => other[k]?.operation === operation && other[k]?.index === index)
      );
    })
  );
}
