/** Requests that somebody else decides. */
import type { ReviewKind, ReviewState } from "../../core/api/review-types.ts";
import type { Scope } from "../../core/api/types.ts";
import type { Tx, Value } from "./driver.ts";
import type { FileOwner } from "./files.ts";
import type { VersionRow } from "./versions.ts";

/** Columns that a version has, too, hold what was said when the request was submitted. */
export interface ReviewRow
  extends Pick<
    VersionRow,
    | "connector_id"
    | "version"
    | "digest"
    | "size"
    | "bump"
    | "required_bump"
    | "baseline"
    | "notes"
    | "migration_guide"
    | "findings"
    | "changes"
    | "counts"
    | "rules_version"
  > {
  id: string;
  enterprise: string;
  kind: ReviewKind;
  state: ReviewState;
  scope: Scope;
  name: string;
  message: string;
  rev: number;
  requested_by: string;
  requested_at: string;
  decided_by: string | null;
  decided_at: string | null;
  reason: string | null;
}

export function findReview(tx: Tx, id: string): Promise<ReviewRow | undefined> {
  return tx.get<ReviewRow>("select * from review where id = ?", id);
}

/** Finds a request and raises its revision, which on a database with many writers locks its row. */
export function lockReview(tx: Tx, id: string): Promise<ReviewRow | undefined> {
  return tx.get<ReviewRow>("update review set rev = rev + 1 where id = ? returning *", id);
}

/** The request of a connector that waits for its decision. */
export function findPendingReview(tx: Tx, connector: string): Promise<ReviewRow | undefined> {
  return tx.get<ReviewRow>("select * from review where connector_id = ? and state = 'pending'", connector);
}

/** Inserts a request; nothing happens if another one of the connector has come to wait. */
export async function insertReview(tx: Tx, row: ReviewRow): Promise<boolean> {
  const names = Object.keys(row);
  const changed = await tx.run(
    `insert into review (${names.join(", ")}) values (${names.map(() => "?").join(", ")})
     on conflict (connector_id) where state = 'pending' do nothing`,
    ...(Object.values(row) as Value[]),
  );
  return changed === 1;
}

/** Ends a request. */
export async function closeReview(
  tx: Tx,
  id: string,
  { state, decided_by, decided_at, reason }: Pick<ReviewRow, "state" | "decided_by" | "decided_at" | "reason">,
): Promise<ReviewRow> {
  const row = await tx.get<ReviewRow>(
    "update review set state = ?, decided_by = ?, decided_at = ?, reason = ? where id = ? returning *",
    state,
    decided_by,
    decided_at,
    reason,
    id,
  );
  if (!row) throw new Error(`request ${id} vanished`);
  return row;
}

export interface ReviewFilter {
  connector?: string | undefined;
  enterprise?: string | undefined;
  state?: ReviewState | undefined;
  requestedBy?: string | undefined;
}

/** Requests, newest first; the caller still asks for each one whether it may be seen. */
export function listReviews(
  tx: Tx,
  filter: ReviewFilter,
  after: readonly [at: string, id: string] | undefined,
  limit: number,
): Promise<ReviewRow[]> {
  const given: [string, string | undefined][] = [
    ["connector_id", filter.connector],
    ["enterprise", filter.enterprise],
    ["state", filter.state],
    ["requested_by", filter.requestedBy],
  ];
  const wanted = given.filter((one): one is [string, string] => one[1] !== undefined);
  const where = wanted.map(([column]) => `${column} = ?`);
  if (after) where.push("(requested_at, id) < (?, ?)");
  return tx.all<ReviewRow>(
    `select * from review ${where.length > 0 ? `where ${where.join(" and ")}` : ""}
     order by requested_at desc, id desc limit ?`,
    ...wanted.map(([, value]) => value),
    ...(after ?? []),
    limit,
  );
}

/** The files that a request is about: those of a promotion are the version's. */
export function filesOfReview({ id, kind, connector_id, version }: ReviewRow): FileOwner {
  return kind === "publication"
    ? { table: "review_file", key: { review_id: id } }
    : { table: "version_file", key: { connector_id, version } };
}
