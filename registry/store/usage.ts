/** Who uses what: connections, orchestrations and calls. None of it touches a connector's row or revision. */
import type { UsageSummary } from "../../core/api/types.ts";
import type { Tx, Value } from "./driver.ts";

/** One enterprise, or all. */
export type View = string | undefined;

const users = `
  select enterprise, example from connection where connector_id = ? and state = 'active'
  union all select enterprise, example from orchestration_ref where connector_id = ?`;

function only(view: View, column = "enterprise"): { sql: string; values: Value[] } {
  return view === undefined ? { sql: "", values: [] } : { sql: ` and ${column} = ?`, values: [view] };
}

/** Enterprises that have an active connection or an orchestration, in order. */
export async function listUsers(tx: Tx, connector: string, view: View): Promise<string[]> {
  const filter = only(view);
  const rows = await tx.all<{ enterprise: string }>(
    `select distinct enterprise from (${users}) used where 1 = 1${filter.sql} order by enterprise`,
    connector,
    connector,
    ...filter.values,
  );
  return rows.map(({ enterprise }) => enterprise);
}

/** The lines of numbers that the catalogue shows; a connector that nobody uses has none. */
export async function summariseUsage(
  tx: Tx,
  connectors: readonly string[],
  view: View,
): Promise<Map<string, UsageSummary>> {
  const filter = only(view);
  const list = `(${connectors.map(() => "?").join(", ")})`;
  const rows = await tx.all<{ id: string; enterprises: number; connections: number; example: number }>(
    `select connector_id as id, count(distinct enterprise) as enterprises, sum(connections) as connections, max(example) as example
     from (select connector_id, enterprise, 1 as connections, example from connection
       where connector_id in ${list} and state = 'active'${filter.sql}
       union all select connector_id, enterprise, 0 as connections, example from orchestration_ref
       where connector_id in ${list}${filter.sql}) used
     group by connector_id`,
    ...connectors,
    ...filter.values,
    ...connectors,
    ...filter.values,
  );
  return new Map(
    rows.map(({ id, enterprises, connections, example }) => [
      id,
      {
        enterprises: Number(enterprises),
        active_connections: Number(connections),
        example_data: Number(example) === 1,
      },
    ]),
  );
}

/** Versions to which somebody has an active connection. */
export async function versionsInUse(tx: Tx, connector: string): Promise<string[]> {
  return (await connectionsByVersion(tx, connector, undefined)).map(({ version }) => version);
}

/** Whether an enterprise has an active connection to a connector. */
export async function isConnected(tx: Tx, connector: string, enterprise: string): Promise<boolean> {
  const row = await tx.get(
    "select id from connection where connector_id = ? and enterprise = ? and state = 'active' limit 1",
    connector,
    enterprise,
  );
  return row !== undefined;
}

/** Calls since a day, summed by a column. */
export async function sumCalls(
  tx: Tx,
  connector: string,
  view: View,
  since: string,
  by: "version" | "operation",
): Promise<Map<string, number>> {
  const filter = only(view);
  const rows = await tx.all<{ key: string; calls: number }>(
    `select ${by} as key, sum(calls) as calls from usage_daily where connector_id = ? and day >= ?${filter.sql} group by ${by}`,
    connector,
    since,
    ...filter.values,
  );
  return new Map(rows.map(({ key, calls }) => [key, Number(calls)]));
}

export async function callsByDay(
  tx: Tx,
  connector: string,
  view: View,
  since: string,
): Promise<{ day: string; version: string; calls: number; example: number }[]> {
  const filter = only(view);
  const rows = await tx.all<{ day: string; version: string; calls: number; example: number }>(
    `select day, version, sum(calls) as calls, max(example) as example from usage_daily
     where connector_id = ? and day >= ?${filter.sql} group by day, version order by day, version`,
    connector,
    since,
    ...filter.values,
  );
  return rows.map((row) => ({ ...row, calls: Number(row.calls), example: Number(row.example) }));
}

export async function connectionsByVersion(
  tx: Tx,
  connector: string,
  view: View,
): Promise<{ version: string; enterprises: number; active_connections: number }[]> {
  const filter = only(view);
  const rows = await tx.all<{ version: string; enterprises: number; active_connections: number }>(
    `select version, count(distinct enterprise) as enterprises, count(*) as active_connections from connection
     where connector_id = ? and state = 'active'${filter.sql} group by version order by version`,
    connector,
    ...filter.values,
  );
  return rows.map((row) => ({
    version: row.version,
    enterprises: Number(row.enterprises),
    active_connections: Number(row.active_connections),
  }));
}

/** Orchestrations by operation, and how many there are at all. */
export async function orchestrations(
  tx: Tx,
  connector: string,
  view: View,
): Promise<{ total: number; byOperation: Map<string, number> }> {
  const rows = await orchestrationRefs(tx, connector, view);
  const byOperation = new Map<string, number>();
  const all = new Set<string>();
  for (const { enterprise, id, operation } of rows) {
    all.add(`${enterprise}\n${id}`);
    byOperation.set(operation, (byOperation.get(operation) ?? 0) + 1);
  }
  return { total: all.size, byOperation };
}

/** Orchestrations, with each operation that they call. */
export function orchestrationRefs(
  tx: Tx,
  connector: string,
  view: View,
): Promise<{ enterprise: string; id: string; operation: string; example: number }[]> {
  return tx.all(
    `select enterprise, id, operation, example from orchestration_ref where connector_id = ?${only(view).sql}
     order by enterprise, id, operation`,
    connector,
    ...only(view).values,
  );
}

/** Active connections by enterprise. */
export async function connectionsByEnterprise(
  tx: Tx,
  connector: string,
  view: View,
): Promise<Map<string, { active: number; example: boolean }>> {
  const filter = only(view);
  const rows = await tx.all<{ enterprise: string; active: number; example: number }>(
    `select enterprise, count(*) as active, max(example) as example from connection
     where connector_id = ? and state = 'active'${filter.sql} group by enterprise order by enterprise`,
    connector,
    ...filter.values,
  );
  return new Map(
    rows.map(({ enterprise, active, example }) => [
      enterprise,
      { active: Number(active), example: Number(example) === 1 },
    ]),
  );
}

export function findConnection(tx: Tx, enterprise: string, id: string): Promise<{ connector_id: string } | undefined> {
  return tx.get("select connector_id from connection where enterprise = ? and id = ?", enterprise, id);
}

export async function deleteConnection(tx: Tx, enterprise: string, id: string): Promise<void> {
  await tx.run("delete from connection where enterprise = ? and id = ?", enterprise, id);
}

export async function putConnection(
  tx: Tx,
  row: {
    id: string;
    enterprise: string;
    connector: string;
    version: string;
    state: string;
    example: boolean;
    now: string;
  },
): Promise<void> {
  await tx.run(
    `insert into connection (enterprise, id, connector_id, version, state, example, updated_at) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (enterprise, id) do update set connector_id = excluded.connector_id, version = excluded.version,
     state = excluded.state, example = excluded.example, updated_at = excluded.updated_at`,
    row.enterprise,
    row.id,
    row.connector,
    row.version,
    row.state,
    row.example ? 1 : 0,
    row.now,
  );
}

/** Replaces the operations that an orchestration calls of a connector. */
export async function putOrchestration(
  tx: Tx,
  row: { id: string; enterprise: string; connector: string; operations: readonly string[]; example: boolean },
): Promise<void> {
  await tx.run(
    "delete from orchestration_ref where enterprise = ? and id = ? and connector_id = ?",
    row.enterprise,
    row.id,
    row.connector,
  );
  for (const operation of new Set(row.operations))
    await tx.run(
      "insert into orchestration_ref (enterprise, id, connector_id, operation, example) values (?, ?, ?, ?, ?)",
      row.enterprise,
      row.id,
      row.connector,
      operation,
      row.example ? 1 : 0,
    );
}

export async function addCalls(
  tx: Tx,
  row: {
    enterprise: string;
    connector: string;
    version: string;
    operation: string;
    day: string;
    calls: number;
    example: boolean;
  },
): Promise<void> {
  await tx.run(
    `insert into usage_daily (connector_id, day, version, enterprise, operation, calls, example) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (connector_id, day, version, enterprise, operation)
     do update set calls = usage_daily.calls + excluded.calls,
     example = case when excluded.example = 1 then 1 else usage_daily.example end`,
    row.connector,
    row.day,
    row.version,
    row.enterprise,
    row.operation,
    row.calls,
    row.example ? 1 : 0,
  );
}

/** Remembers a report; gives the hash of the one that had this number before, if there was one. */
export async function rememberReport(
  tx: Tx,
  source: string,
  sequence: number,
  hash: string,
  now: string,
): Promise<string | undefined> {
  const known = await tx.get<{ sha256: string }>(
    "select sha256 from usage_report where source = ? and sequence = ?",
    source,
    sequence,
  );
  if (known) return known.sha256;
  await tx.run(
    "insert into usage_report (source, sequence, sha256, received_at) values (?, ?, ?, ?)",
    source,
    sequence,
    hash,
    now,
  );
  return undefined;
}
