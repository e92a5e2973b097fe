/** Who is hit by changes: what orchestrations call, laid over what breaks. */
import type { ChangeInfo } from "../core/api/types.ts";
import type { EnterpriseImpact, Impact, OperationImpact } from "../core/api/usage-types.ts";
import { alsoIn, operationOf } from "../core/guide/groups.ts";
import { addDays } from "../core/lifecycle/dates.ts";
import type { Tx } from "./store/driver.ts";
import { connectionsByEnterprise, orchestrationRefs, sumCalls, type View } from "./store/usage.ts";

/** So many of those that are hit are listed. */
const LISTED = 100;

interface Question {
  readonly connector: string;
  readonly version: string;
  readonly baseline: string | null;
  readonly changes: readonly ChangeInfo[];
  readonly view: View;
  readonly now: string;
}

/** Breaking changes by operation; those of no operation hit every connection. */
function breakage(changes: readonly ChangeInfo[]): {
  breaking: number;
  everybody: boolean;
  operations: Map<string, number>;
} {
  const operations = new Map<string, number>();
  let [breaking, everybody] = [0, false];
  for (const change of changes) {
    if (change.bump !== "major") continue;
    breaking++;
    const own = operationOf(change);
    const all = [...(own === undefined ? [] : [own]), ...alsoIn(change)];
    if (all.length === 0) everybody = true;
    for (const operation of all) operations.set(operation, (operations.get(operation) ?? 0) + 1);
  }
  return { breaking, everybody, operations };
}

/** What of an enterprise is hit. */
interface Hit {
  /** Operations that break and that it calls. */
  readonly operations: readonly string[];
  /** How many of its orchestrations call them; all that it has where the connection itself breaks. */
  readonly orchestrations: number;
}

/** What is hit of each enterprise that is hit at all. */
export async function hitsOf(
  tx: Tx,
  connector: string,
  changes: readonly ChangeInfo[],
  view: View,
): Promise<Map<string, Hit>> {
  const connections = await connectionsByEnterprise(tx, connector, view);
  return hitsBy(breakage(changes), connections.keys(), await orchestrationRefs(tx, connector, view));
}

function hitsBy(
  { everybody, operations }: ReturnType<typeof breakage>,
  connected: Iterable<string>,
  refs: readonly { enterprise: string; id: string; operation: string }[],
): Map<string, Hit> {
  const hit = new Map<string, { operations: Set<string>; orchestrations: Set<string> }>();
  const hitOf = (enterprise: string) => {
    const known = hit.get(enterprise) ?? { operations: new Set<string>(), orchestrations: new Set<string>() };
    hit.set(enterprise, known);
    return known;
  };
  if (everybody) for (const enterprise of connected) hitOf(enterprise);
  for (const { enterprise, id, operation } of refs) {
    if (!everybody && !operations.has(operation)) continue;
    const one = hitOf(enterprise);
    one.orchestrations.add(id);
    if (operations.has(operation)) one.operations.add(operation);
  }
  return new Map(
    [...hit].map(([enterprise, one]) => [
      enterprise,
      { operations: [...one.operations].sort(), orchestrations: one.orchestrations.size },
    ]),
  );
}

/** Who is hit by the changes of a version, as far as the view goes. */
export async function impactOf(tx: Tx, question: Question): Promise<Impact> {
  const { connector, version, baseline, changes, view, now } = question;
  const broken = breakage(changes);
  const { breaking, everybody, operations } = broken;
  const connections = await connectionsByEnterprise(tx, connector, view);
  const refs = await orchestrationRefs(tx, connector, view);
  const calls = await sumCalls(tx, connector, view, addDays(now, -29).slice(0, 10), "operation");
  const users = new Set([...connections.keys(), ...refs.map(({ enterprise }) => enterprise)]);
  const list = [...hitsBy(broken, connections.keys(), refs)].map(
    ([enterprise, hit]): EnterpriseImpact => ({
      enterprise,
      active_connections: connections.get(enterprise)?.active ?? 0,
      ...hit,
      operations: [...hit.operations],
    }),
  );
  list.sort(
    (a, b) =>
      b.orchestrations - a.orchestrations ||
      b.active_connections - a.active_connections ||
      (a.enterprise < b.enterprise ? -1 : 1),
  );
  return {
    connector,
    version,
    baseline,
    view: view === undefined ? "all" : "own",
    example_data: refs.some(({ example }) => example === 1) || [...connections.values()].some(({ example }) => example),
    breaking,
    everybody,
    enterprises: users.size,
    enterprises_hit: list.length,
    active_connections: [...connections.values()].reduce((sum, { active }) => sum + active, 0),
    orchestrations_hit: list.reduce((sum, { orchestrations }) => sum + orchestrations, 0),
    operations: [...operations].map(([operation, number]): OperationImpact => {
      const own = refs.filter((ref) => ref.operation === operation);
      return {
        operation,
        changes: number,
        enterprises: new Set(own.map(({ enterprise }) => enterprise)).size,
        orchestrations: own.length,
        calls_30_days: calls.get(operation) ?? 0,
      };
    }),
    hit: list.slice(0, LISTED),
  };
}
