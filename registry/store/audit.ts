/** The audit log, one chain of hashes for each connector (and one for tokens), and the outbox of events to be told. */
import { createHash, randomUUID } from "node:crypto";
import type { Tx } from "./driver.ts";

export interface AuditRow {
  chain: string;
  seq: number;
  at: string;
  actor: string;
  action: string;
  detail: string;
  prev_hash: string;
  hash: string;
}

/** The chain of what concerns no connector. */
export const registryChain = "registry";

/** The hash of an event covers everything it says, and the hash of the event before it. */
export function auditHash(event: Omit<AuditRow, "hash">): string {
  const { chain, seq, at, actor, action, detail, prev_hash } = event;
  return createHash("sha256")
    .update(JSON.stringify([chain, seq, at, actor, action, detail, prev_hash]))
    .digest("hex");
}

/** Appends an event to a chain. */
export async function appendAudit(
  tx: Tx,
  chain: string,
  event: { at: string; actor: string; action: string; detail: Record<string, unknown> },
): Promise<void> {
  const last = await tx.get<{ seq: number; hash: string }>(
    "select seq, hash from audit_event where chain = ? order by seq desc limit 1",
    chain,
  );
  const row = {
    chain,
    seq: (last?.seq ?? 0) + 1,
    at: event.at,
    actor: event.actor,
    action: event.action,
    detail: JSON.stringify(event.detail),
    prev_hash: last?.hash ?? "",
  };
  await tx.run(
    "insert into audit_event (chain, seq, at, actor, action, detail, prev_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?)",
    row.chain,
    row.seq,
    row.at,
    row.actor,
    row.action,
    row.detail,
    row.prev_hash,
    auditHash(row),
  );
}

/** Events of a chain after a number, oldest first. */
export function listAudit(tx: Tx, chain: string, after: number, limit: number): Promise<AuditRow[]> {
  return tx.all<AuditRow>(
    "select * from audit_event where chain = ? and seq > ? order by seq limit ?",
    chain,
    after,
    limit,
  );
}

/** Events of all chains, or of those of one enterprise's connectors, chain after chain. */
export function listAllAudit(
  tx: Tx,
  enterprise: string | undefined,
  [chain, seq]: readonly [chain: string, seq: number],
  limit: number,
): Promise<AuditRow[]> {
  const own = enterprise === undefined ? "" : "and chain >= ? and chain < ?";
  return tx.all<AuditRow>(
    `select * from audit_event where (chain, seq) > (?, ?) ${own} order by chain, seq limit ?`,
    chain,
    seq,
    ...(enterprise === undefined ? [] : [`${enterprise}/`, `${enterprise}/\uffff`]),
    limit,
  );
}

/**
 * Puts an event into the outbox, in the transaction that makes it happen. With an `id` it is there once only; says whether it was
 * put there now.
 */
export async function appendOutbox(
  tx: Tx,
  now: string,
  topic: string,
  payload: Record<string, unknown>,
  id: string = randomUUID(),
): Promise<boolean> {
  const changed = await tx.run(
    "insert into outbox (id, created_at, topic, payload, attempts) values (?, ?, ?, ?, 0) on conflict (id) do nothing",
    id,
    now,
    topic,
    JSON.stringify(payload),
  );
  return changed === 1;
}
