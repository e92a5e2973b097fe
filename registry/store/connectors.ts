/** Connectors: finding, locking, listing and changing them. */

import type { ConnectorCounts } from "../../core/api/types.ts";
import type { State } from "../../core/lifecycle/states.ts";
import type { Tx, Value } from "./driver.ts";
import { type Meaning, matchQuery, padded } from "./search.ts";

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
  /** What the words of a question mean; every connector if absent, none if it is empty. */
  meanings?: readonly Meaning[] | undefined;
  states: readonly State[];
  type?: string | undefined;
  scope?: string | undefined;
  auth?: string | undefined;
  owner?: string | undefined;
  domain?: string | undefined;
  /** Only connectors that this enterprise uses. */
  usedBy?: string | undefined;
  /** Only global connectors and those of this enterprise; all if absent. */
  visibleTo?: string | undefined;
}
export interface ListOrder {
  by: "score" | "sort_name" | "updated_at";
  after?: readonly [key: string, id: string] | undefined;
  limit: number;
}
/** A connector, and where it stands in the order that was asked for. */
export type ListedRow = ConnectorRow & { score: number };

/** A stretch of the catalogue in a stable order; the caller still asks for each one whether it may be seen. */
export function listConnectors(tx: Tx, filter: ListFilter, order: ListOrder): Promise<ListedRow[]> {
  const { meanings } = filter;
  return meanings && order.by === "score"
    ? listMatches(tx, { ...filter, meanings }, order)
    : listByColumn(tx, filter, order);
}

async function listByColumn(tx: Tx, filter: ListFilter, { by, after, limit }: ListOrder): Promise<ListedRow[]> {
  const { from, where, values } = conditionsOf(filter);
  const descending = by === "updated_at";
  if (after) where.push(`(c.${by}, c.id) ${descending ? "<" : ">"} (?, ?)`);
  const direction = descending ? " desc" : "";
  return tx.all<ListedRow>(
    `select c.* from ${from} where ${where.join(" and ")} order by c.${by}${direction}, c.id${direction} limit ?`,
    ...values,
    ...(after ?? []),
    limit,
  );
}

/**
 * The best matches first. Thousands of connectors can have a word; their rows are read only as far as the page needs them, a batch of
 * matches at a time.
 */
async function listMatches(
  tx: Tx,
  { meanings, ...filter }: ListFilter & { readonly meanings: readonly Meaning[] },
  { after, limit }: ListOrder,
): Promise<ListedRow[]> {
  const match = matchQuery(meanings);
  const { where, values } = conditionsOf(filter);
  const batch = limit * 4;
  const rows: ListedRow[] = [];
  let position = after;
  for (;;) {
    const hits = await tx.all<{ connector_id: string; score: number }>(
      `select connector_id, score from (${match.sql}) hits
       ${position ? "where score < cast(? as bigint) or (score = cast(? as bigint) and connector_id > ?)" : ""}
       order by score desc, connector_id limit ?`,
      ...match.values,
      ...(position ? [position[0], position[0], position[1]] : []),
      batch,
    );
    const ids = hits.map(({ connector_id }) => connector_id);
    const list = padded(ids);
    const found =
      ids.length === 0
        ? []
        : await tx.all<ConnectorRow>(
            `select c.* from connector c where c.id in (${list.map(() => "?").join(", ")}) and ${where.join(" and ")}`,
            ...list,
            ...values,
          );
    const byId = new Map(found.map((row) => [row.id, row]));
    for (const { connector_id, score } of hits) {
      const row = byId.get(connector_id);
      if (row && rows.push({ ...row, score: Number(score) }) === limit) return rows;
    }
    const last = hits.at(-1);
    if (!last || hits.length < batch) return rows;
    position = [String(last.score), last.connector_id];
  }
}

/** How many connectors there are of each kind, among those that a filter lets through. */
export async function countConnectors(tx: Tx, filter: ListFilter): Promise<ConnectorCounts> {
  const { from, where, values } = conditionsOf(filter);
  const rows = await tx.all<{
    type: string;
    scope: string;
    state: string;
    auth: string;
    owner: string;
    number: number;
  }>(
    `select c.type as type, c.scope as scope, c.state as state, c.auth as auth, c.enterprise as owner, count(*) as number
     from ${from} where ${where.join(" and ")} group by c.type, c.scope, c.state, c.auth, c.enterprise`,
    ...values,
  );
  const domains = await tx.all<{ domain: string; number: number }>(
    `select d.domain as domain, count(*) as number from ${from} join connector_domain d on d.connector_id = c.id
     where ${where.join(" and ")} group by d.domain order by d.domain`,
    ...values,
  );
  const by = (member: "type" | "scope" | "state" | "auth" | "owner") => {
    const sums = new Map<string, number>();
    for (const row of rows) sums.set(row[member], (sums.get(row[member]) ?? 0) + Number(row.number));
    return countsOf(sums);
  };
  return {
    total: rows.reduce((sum, { number }) => sum + Number(number), 0),
    type: by("type"),
    scope: by("scope"),
    state: by("state"),
    auth: by("auth"),
    owner: by("owner"),
    domain: countsOf(new Map(domains.map(({ domain, number }) => [domain, Number(number)]))),
  };
}

/** So many values of each kind are counted one by one. */
const VALUES = 50;

function countsOf(sums: ReadonlyMap<string, number>): { value: string; count: number }[] {
  return [...sums]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, VALUES);
}

function conditionsOf(filter: ListFilter): { from: string; where: string[]; values: Value[] } {
  const match = filter.meanings && matchQuery(filter.meanings);
  const from = match ? `connector c join (${match.sql}) hits on hits.connector_id = c.id` : "connector c";
  const values: Value[] = [...(match?.values ?? []), ...filter.states];
  const where: string[] = [`c.state in (${filter.states.map(() => "?").join(", ")})`];
  const add = (condition: string, ...more: Value[]) => {
    where.push(condition);
    values.push(...more);
  };
  for (const column of ["type", "auth"] as const) {
    const value = filter[column];
    if (value !== undefined) add(`lower(c.${column}) = ?`, value.toLowerCase());
  }
  if (filter.scope !== undefined) add("c.scope = ?", filter.scope);
  if (filter.owner !== undefined) add("c.enterprise = ?", filter.owner);
  if (filter.domain !== undefined)
    add(
      "exists (select 1 from connector_domain x where x.connector_id = c.id and lower(x.domain) = ?)",
      filter.domain.toLowerCase(),
    );
  if (filter.usedBy !== undefined)
    add(
      `(exists (select 1 from connection u where u.connector_id = c.id and u.enterprise = ? and u.state = 'active')
       or exists (select 1 from orchestration_ref o where o.connector_id = c.id and o.enterprise = ?))`,
      filter.usedBy,
      filter.usedBy,
    );
  if (filter.visibleTo !== undefined) add("(c.scope = 'global' or c.enterprise = ?)", filter.visibleTo);
  return { from, where, values };
}
