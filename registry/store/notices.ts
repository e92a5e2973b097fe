/** Notices for enterprises, subscriptions, and what is on its way to them. */
import type { Tx, Value } from "./driver.ts";

/** The audience of what concerns the platform as a whole; no enterprise has a name like it. */
export const platform = "*";

export interface NoticeRow {
  id: string;
  audience: string;
  event_id: string;
  topic: string;
  connector_id: string;
  happened_at: string;
  detail: string;
  read_at: string | null;
}
export interface SubscriptionRow {
  id: string;
  enterprise: string;
  /** An enterprise, or the platform. */
  audience: string;
  target: string;
  /** JSON; all topics where it is empty. */
  topics: string;
  created_by: string;
  created_at: string;
}
export interface DeliveryRow {
  id: string;
  event_id: string;
  channel: "operator" | "webhook" | "mail";
  /** The subscription; empty for the operator's own webhook. */
  target: string;
  topic: string;
  happened_at: string;
  body: string;
  attempts: number;
  next_at: string;
  delivered_at: string | null;
  dead_at: string | null;
  problem: string | null;
}

async function insert(tx: Tx, table: "notice" | "subscription" | "delivery", row: object): Promise<void> {
  const names = Object.keys(row);
  await tx.run(
    `insert into ${table} (${names.join(", ")}) values (${names.map(() => "?").join(", ")}) on conflict (id) do nothing`,
    ...(Object.values(row) as Value[]),
  );
}

/** Inserts a notice; one with the same id is there already. */
export const insertNotice = (tx: Tx, row: NoticeRow): Promise<void> => insert(tx, "notice", row);
export const insertSubscription = (tx: Tx, row: SubscriptionRow): Promise<void> => insert(tx, "subscription", row);
/** Inserts a delivery; one with the same id is there already. */
export const insertDelivery = (tx: Tx, row: DeliveryRow): Promise<void> => insert(tx, "delivery", row);

/** A stretch of the notices of some audiences, newest first. */
export function listNotices(
  tx: Tx,
  audiences: readonly string[],
  unread: boolean,
  after: readonly [at: string, id: string] | undefined,
  limit: number,
): Promise<NoticeRow[]> {
  return tx.all<NoticeRow>(
    `select * from notice where audience in (${audiences.map(() => "?").join(", ")})
     ${unread ? "and read_at is null" : ""} ${after ? "and (happened_at, id) < (?, ?)" : ""}
     order by happened_at desc, id desc limit ?`,
    ...audiences,
    ...(after ?? []),
    limit,
  );
}

export function findNotice(tx: Tx, id: string): Promise<NoticeRow | undefined> {
  return tx.get<NoticeRow>("select * from notice where id = ?", id);
}

export async function markRead(tx: Tx, id: string, now: string): Promise<void> {
  await tx.run("update notice set read_at = ? where id = ? and read_at is null", now, id);
}

/** The subscriptions of one enterprise, or all. */
export function listSubscriptions(tx: Tx, enterprise: string | undefined): Promise<SubscriptionRow[]> {
  if (enterprise === undefined) return tx.all<SubscriptionRow>("select * from subscription order by created_at, id");
  return tx.all<SubscriptionRow>("select * from subscription where enterprise = ? order by created_at, id", enterprise);
}

/** The subscriptions of which one of some audiences is the audience. */
export function subscriptionsOf(tx: Tx, audiences: readonly string[]): Promise<SubscriptionRow[]> {
  return tx.all<SubscriptionRow>(
    `select * from subscription where audience in (${audiences.map(() => "?").join(", ")}) order by created_at, id`,
    ...audiences,
  );
}

export function findSubscription(tx: Tx, id: string): Promise<SubscriptionRow | undefined> {
  return tx.get<SubscriptionRow>("select * from subscription where id = ?", id);
}

/** Deletes a subscription and what waits for it. What was sent stays on record nowhere, since nobody can ask for it any more. */
export async function deleteSubscription(tx: Tx, id: string): Promise<void> {
  await tx.run("delete from delivery where target = ?", id);
  await tx.run("delete from subscription where id = ?", id);
}

export function findDelivery(tx: Tx, id: string): Promise<DeliveryRow | undefined> {
  return tx.get<DeliveryRow>("select * from delivery where id = ?", id);
}

const stateConditions = {
  waiting: "and delivered_at is null and dead_at is null",
  delivered: "and delivered_at is not null",
  dead: "and dead_at is not null",
};

/** A stretch of what goes to a subscription, newest first. */
export function listDeliveries(
  tx: Tx,
  target: string,
  state: keyof typeof stateConditions | undefined,
  after: readonly [at: string, id: string] | undefined,
  limit: number,
): Promise<DeliveryRow[]> {
  return tx.all<DeliveryRow>(
    `select * from delivery where target = ? ${state ? stateConditions[state] : ""}
     ${after ? "and (happened_at, id) < (?, ?)" : ""} order by happened_at desc, id desc limit ?`,
    target,
    ...(after ?? []),
    limit,
  );
}

/** Lets a delivery be tried anew, as if it had never been. */
export async function resetDelivery(tx: Tx, id: string, now: string): Promise<void> {
  await tx.run(
    "update delivery set attempts = 0, next_at = ?, delivered_at = null, dead_at = null, problem = null where id = ?",
    now,
    id,
  );
}

/**
 * Takes what is due on some channels, so that no other process sends it: until a time, after which a process that died with it has
 * given it back. Each is claimed by itself; who changes the row has it.
 */
export async function claimDeliveries(
  tx: Tx,
  channels: readonly string[],
  now: string,
  until: string,
  limit: number,
): Promise<DeliveryRow[]> {
  if (channels.length === 0) return [];
  const waiting = await tx.all<DeliveryRow>(
    `select * from delivery where delivered_at is null and dead_at is null and next_at <= ?
     and channel in (${channels.map(() => "?").join(", ")}) order by next_at, happened_at, id limit ?`,
    now,
    ...channels,
    limit,
  );
  const mine: DeliveryRow[] = [];
  for (const row of waiting) {
    const changed = await tx.run(
      "update delivery set next_at = ?, attempts = attempts + 1 where id = ? and attempts = ? and delivered_at is null",
      until,
      row.id,
      row.attempts,
    );
    if (changed === 1) mine.push({ ...row, attempts: row.attempts + 1 });
  }
  return mine;
}

/**
 * Lets everything that waits for a receiver wait until a time, because it does not take anything now. What of it was claimed and not
 * tried keeps its attempt.
 */
export async function postponeDeliveries(
  tx: Tx,
  { channel, target }: Pick<DeliveryRow, "channel" | "target">,
  untried: readonly string[],
  until: string,
): Promise<void> {
  for (const id of untried)
    await tx.run(
      "update delivery set attempts = attempts - 1, next_at = ? where id = ? and delivered_at is null",
      until,
      id,
    );
  await tx.run(
    `update delivery set next_at = ? where channel = ? and target = ? and delivered_at is null and dead_at is null
     and next_at < ?`,
    until,
    channel,
    target,
    until,
  );
}

/** Writes down how an attempt ended. */
export async function settleDelivery(
  tx: Tx,
  id: string,
  { delivered_at, dead_at, next_at, problem }: Pick<DeliveryRow, "delivered_at" | "dead_at" | "next_at" | "problem">,
): Promise<void> {
  await tx.run(
    "update delivery set delivered_at = ?, dead_at = ?, next_at = ?, problem = ? where id = ?",
    delivered_at,
    dead_at,
    next_at,
    problem,
    id,
  );
}
