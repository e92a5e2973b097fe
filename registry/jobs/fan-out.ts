/** From one event to those who should know: notices for enterprises, and deliveries to where they and the operator want them. */
import type { Topic } from "../../core/api/notice-types.ts";
import type { ChangeInfo } from "../../core/api/types.ts";
import { sha256 } from "../hash.ts";
import { hitsOf } from "../impact.ts";
import type { Store, Tx } from "../store/driver.ts";
import { insertDelivery, insertNotice, platform, type SubscriptionRow, subscriptionsOf } from "../store/notices.ts";
import { listUsers } from "../store/usage.ts";
import { findVersion } from "../store/versions.ts";

interface Event {
  readonly id: string;
  readonly created_at: string;
  readonly topic: string;
  readonly payload: string;
}
type Payload = Record<string, unknown> & { connector: string; version?: string; scope?: string; kind?: string };

const BATCH = 50;

/**
 * Hands out the events of the outbox. Each is one transaction, so that everybody concerned is told once, however many processes work
 * and whenever one of them dies. Gives how many events were handed out.
 */
export async function fanOut(store: Store, now: string, operator: boolean): Promise<number> {
  let count = 0;
  for (;;) {
    const waiting = await store.read((tx) =>
      tx.all<Event>(
        `select id, created_at, topic, payload from outbox where delivered_at is null order by created_at, id limit ${BATCH}`,
      ),
    );
    for (const event of waiting) if (await store.write((tx) => handOut(tx, event, now, operator))) count++;
    if (waiting.length < BATCH) return count;
  }
}

async function handOut(tx: Tx, event: Event, now: string, operator: boolean): Promise<boolean> {
  // Whoever changes the row hands the event out; the others find nothing to change.
  const mine = await tx.run("update outbox set delivered_at = ? where id = ? and delivered_at is null", now, event.id);
  if (mine !== 1) return false;
  const data = JSON.parse(event.payload) as Payload;
  const audiences = await audiencesOf(tx, event.topic, data);
  const affected = await affectedBy(tx, event.topic, data);
  const detailFor = (audience: string): Payload => {
    const { actor, ...rest } = data;
    const owner = audience === ownerOf(data) || audience === platform;
    const hit = affected?.get(audience);
    // Who did it is for those of the same house; strangers get the connector's word for it.
    return { ...rest, ...(owner && { actor }), ...(hit && { affected: hit }) };
  };
  for (const audience of audiences)
    if (isNews(event.topic, data))
      await insertNotice(tx, {
        id: idOf(event.id, audience),
        audience,
        event_id: event.id,
        topic: event.topic,
        connector_id: data.connector,
        happened_at: event.created_at,
        detail: JSON.stringify(detailFor(audience)),
        read_at: null,
      });
  const deliver = (channel: "operator" | "webhook" | "mail", target: string, audience: string) =>
    insertDelivery(tx, {
      id: idOf(event.id, target || channel),
      event_id: event.id,
      channel,
      target,
      topic: event.topic,
      happened_at: event.created_at,
      body: JSON.stringify({ type: event.topic, timestamp: event.created_at, data: detailFor(audience) }),
      attempts: 0,
      next_at: now,
      delivered_at: null,
      dead_at: null,
      problem: null,
    });
  if (operator) await deliver("operator", "", platform);
  for (const one of await subscriptionsOf(tx, [...new Set([...audiences, platform])]))
    if (wants(one, event.topic))
      await deliver(one.target.startsWith("mailto:") ? "mail" : "webhook", one.id, one.audience);
  return true;
}

/** The owner, those who use it, and the platform where it has to act. */
async function audiencesOf(tx: Tx, topic: string, data: Payload): Promise<string[]> {
  const audiences = new Set([ownerOf(data)]);
  if (!topic.startsWith("review."))
    for (const user of await listUsers(tx, data.connector, undefined)) audiences.add(user);
  else if (data.scope === "global" || data.kind === "promotion") audiences.add(platform);
  return [...audiences];
}

function ownerOf({ connector }: Payload): string {
  return connector.slice(0, connector.indexOf("/"));
}

/** A major version is told as such, and not also as any version. */
function isNews(topic: string, { bump }: Payload): boolean {
  return topic !== "version.published" || bump !== "major";
}

/** What of each enterprise is hit by a major version. */
async function affectedBy(tx: Tx, topic: string, { connector, version }: Payload) {
  if (topic !== "version.major" || version === undefined) return undefined;
  const row = await findVersion(tx, connector, version);
  return row && hitsOf(tx, connector, JSON.parse(row.changes) as ChangeInfo[], undefined);
}

function wants({ topics }: SubscriptionRow, topic: string): boolean {
  const wanted = JSON.parse(topics) as Topic[];
  return wanted.length === 0 || (wanted as string[]).includes(topic);
}

/** Follows from event and receiver, so that nobody is told twice. */
function idOf(event: string, receiver: string): string {
  return sha256(`${event}\n${receiver}`).slice(0, 32);
}
