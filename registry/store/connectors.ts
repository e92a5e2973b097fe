/** Connectors: finding, locking, listing and changing them. */
import type { State } from "../../core/lifecycle/states.ts";
import type { Tx, Value } from "./driver.ts";

export interface ConnectorRow {
  /** `namespace/slug`. */
  id: string;
  namespace: string;
  slug: string;
  enterprise: string;
  scope: "enterprise" | "global";
  state: State;
  name: string;
  sort_name: string;
  description: string;
  family: "definition" | "powerplatform";
  type: string;
  auth: string;
  search: string;
  operations: number;
  latest_version: string;
  rev: number;
  created_by: string;
  created_at: string;
  updated_at: string;
  published_at: string;
  deprecated_at: string | null;
  sunset_at: string | null;
  notice_at: string | null;
  deprecation_message: string | null;
  replacement: string | null;
}

export function findConnector(tx: Tx, id: string): Promise<ConnectorRow | undefined> {
  return tx.get<ConnectorRow>("select * from connector where id = ?", id);
}

/**
 * Finds a connector and raises its revision: the first statement of every change. On a database with many writers it locks the row,
 * so that the checks after it see what no other transaction can change.
 */
export function lockConnector(tx: Tx, id: string, now: string): Promise<ConnectorRow | undefined> {
  return tx.get<ConnectorRow>("update connector set rev = rev + 1, updated_at = ? where id = ? returning *", now, id);
}

/** Finds a connector and keeps others from changing it until the transaction ends, without changing it. */
export function holdConnector(tx: Tx, id: string): Promise<ConnectorRow | undefined> {
  return tx.get<ConnectorRow>("update connector set rev = rev where id = ? returning *", id);
}

/** Inserts a connector; nothing happens if another one was faster. */
export async function insertConnector(tx: Tx, row: ConnectorRow): Promise<boolean> {
  const names = Object.keys(row);
  const marks = names.map(() => "?").join(", ");
  const changed = await tx.run(
    `insert into connector (${names.join(", ")}) values (${marks}) on conflict (id) do nothing`,
    ...(Object.values(row) as Value[]),
  );
  return changed === 1;
}

/** Sets columns of a connector. The names come from the code, never from a request. */
export async function updateConnector(tx: Tx, id: string, columns: Partial<ConnectorRow>): Promise<ConnectorRow> {
  const names = Object.keys(columns);
  const row = await tx.get<ConnectorRow>(
    `update connector set ${names.map((name) => `${name} = ?`).join(", ")} where id = ? returning *`,
    ...(Object.values(columns) as Value[]),
    id,
  );
  if (!row) throw new Error(`connector ${id} vanished`);
  return row;
}

/** Another global connector with this slug. */
export function findGlobalSlug(tx: Tx, slug: string, exceptId: string): Promise<ConnectorRow | undefined> {
  return tx.get<ConnectorRow>(
    "select * from connector where scope = 'global' and slug = ? and id <> ?",
    slug,
    exceptId,
  );
}

export interface ListFilter {
  words: readonly string[];
  states: readonly State[];
  type?: string | undefined;
  scope?: string | undefined;
  auth?: string | undefined;
  owner?: string | undefined;
  /** Only global connectors and those of this enterprise; all if absent. */
  visibleTo?: string | undefined;
}
export interface ListOrder {
  column: "sort_name" | "updated_at";
  descending: boolean;
  after?: readonly [key: string, id: string] | undefined;
  limit: number;
}

/** A stretch of the catalogue in a stable order; the caller still asks for each one whether it may be seen. */
export function listConnectors(tx: Tx, filter: ListFilter, order: ListOrder): Promise<ConnectorRow[]> {
  const where: string[] = [`state in (${filter.states.map(() => "?").join(", ")})`];
  const values: Value[] = [...filter.states];
  const add = (condition: string, ...more: Value[]) => {
    where.push(condition);
    values.push(...more);
  };
  for (const word of filter.words) add("search like ? escape '!'", `%${word.replace(/[!%_]/g, "!$&")}%`);
  for (const column of ["type", "auth"] as const) {
    const value = filter[column];
    if (value !== undefined) add(`lower(${column}) = ?`, value.toLowerCase());
  }
  if (filter.scope !== undefined) add("scope = ?", filter.scope);
  if (filter.owner !== undefined) add("enterprise = ?", filter.owner);
  if (filter.visibleTo !== undefined) add("(scope = 'global' or enterprise = ?)", filter.visibleTo);
  const { column, descending, after, limit } = order;
  if (after) add(`(${column}, id) ${descending ? "<" : ">"} (?, ?)`, ...after);
  const direction = descending ? " desc" : "";
  return tx.all<ConnectorRow>(
    `select * from connector where ${where.join(" and ")} order by ${column}${direction}, id${direction} limit ?`,
    ...values,
    limit,
  );
}
