import type { Connector } from "../model/connector.ts";
import { Comparison } from "./comparison.ts";
import type { Fact } from "./facts.ts";
import { judge } from "./judge.ts";
import { lasting } from "./memos.ts";
import { BUMPS, type Contribution, keyOf, Tally } from "./tally.ts";
import type { Bump, CompareOptions, Verdict } from "./types.ts";

export { judgesOf, severityOf } from "./judge.ts";

/** The larger of two bumps. */
export function largerBump(a: Bump, b: Bump): Bump {
  return BUMPS.indexOf(a) >= BUMPS.indexOf(b) ? a : b;
}

/** Everything that differs between two versions, without any judgement. Never throws; equal connectors give nothing. */
export function diffConnectors(before: Connector, after: Connector): readonly Fact[] {
  const facts: Fact[] = [];
  for (const { find } of new Comparison(before, after, lasting).tasks) find((fact) => facts.push(fact));
  return facts;
}

/**
 * Judges the differences between the last published version and the next one. The verdict's bump is the largest that any change
 * asks for; changes come sorted by weight and place, one per rule and place.
 */
export function compareConnectors(before: Connector, after: Connector, options: CompareOptions = {}): Verdict {
  const tally = new Tally();
  const contributions: Contribution[] = [];
  for (const fact of diffConnectors(before, after)) {
    const change = judge(fact, after.family, options);
    if (change) contributions.push({ key: keyOf(change), change });
  }
  tally.add({ rank: 0 }, contributions);
  return tally.current(false);
}
