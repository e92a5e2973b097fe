/** Events of the outbox, sent to where the operator wants them (Standard Webhooks): signed, repeated until they are taken. */
import { createHmac } from "node:crypto";
import type { Store } from "../store/driver.ts";

export interface Webhook {
  readonly url: string;
  /** `whsec_` and the key as base64, as the receiver has it, too. */
  readonly secret: string;
}

interface OutboxRow {
  readonly id: string;
  readonly created_at: string;
  readonly topic: string;
  readonly payload: string;
  readonly attempts: number;
}

/** An event is given up after so many attempts; the last ones are hours apart. */
export const MOST_ATTEMPTS = 12;
/** How many are sent one after the other before others have their turn. */
const BATCH = 20;
/** Nobody else takes an event for so long; a process that dies with it gives it back. */
const CLAIM = 60_000;
const PATIENCE = 10_000;

/** Seconds until the next attempt: 10, 20, 40 … up to 6 hours. */
export function backoff(attempts: number): number {
  return Math.min(10 * 2 ** (attempts - 1), 6 * 60 * 60);
}

/**
 * Sends what waits. Gives how many events were taken and how many were not; `log` hears of those that were not. An event may
 * arrive twice, when its receiver took it but the answer was lost: `webhook-id` says that it is the same.
 */
export async function deliver(
  store: Store,
  webhook: Webhook,
  now: string,
  log: (entry: Record<string, unknown>) => void,
): Promise<{ delivered: number; failed: number }> {
  let [delivered, failed] = [0, 0];
  for (const event of await claim(store, now)) {
    const problem = await send(webhook, event, now);
    if (problem === undefined) {
      await store.write((tx) => tx.run("update outbox set delivered_at = ? where id = ?", now, event.id));
      delivered++;
      continue;
    }
    failed++;
    const again = new Date(Date.parse(now) + backoff(event.attempts) * 1000).toISOString();
    await store.write((tx) => tx.run("update outbox set claimed_until = ? where id = ?", again, event.id));
    const isLast = event.attempts >= MOST_ATTEMPTS;
    log({
      at: now,
      level: isLast ? "error" : "warning",
      event: event.id,
      topic: event.topic,
      attempts: event.attempts,
      problem,
      ...(isLast && { given_up: true }),
    });
  }
  return { delivered, failed };
}

/** Takes events, so that no other process sends them. Each is claimed by itself: who changes the row has it. */
async function claim(store: Store, now: string): Promise<OutboxRow[]> {
  const until = new Date(Date.parse(now) + CLAIM).toISOString();
  return store.write(async (tx) => {
    const waiting = await tx.all<OutboxRow>(
      `select id, created_at, topic, payload, attempts from outbox
       where delivered_at is null and attempts < ? and (claimed_until is null or claimed_until <= ?)
       order by created_at, id limit ${BATCH}`,
      MOST_ATTEMPTS,
      now,
    );
    const mine: OutboxRow[] = [];
    for (const event of waiting) {
      const changed = await tx.run(
        "update outbox set claimed_until = ?, attempts = attempts + 1 where id = ? and attempts = ? and delivered_at is null",
        until,
        event.id,
        event.attempts,
      );
      if (changed === 1) mine.push({ ...event, attempts: event.attempts + 1 });
    }
    return mine;
  });
}

/** Sends one event; gives what went wrong, in words that hold nothing of the secret. */
async function send({ url, secret }: Webhook, event: OutboxRow, now: string): Promise<string | undefined> {
  const body = JSON.stringify({ type: event.topic, timestamp: event.created_at, data: JSON.parse(event.payload) });
  const timestamp = String(Math.floor(Date.parse(now) / 1000));
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "webhook-id": event.id,
        "webhook-timestamp": timestamp,
        "webhook-signature": `v1,${sign(secret, event.id, timestamp, body)}`,
      },
      body,
      // Whoever answers with another address gets nothing: the signature was for the one that was configured.
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE),
    });
    await response.body?.cancel();
    return response.ok ? undefined : `The receiver answered with status ${response.status}.`;
  } catch (error) {
    const cause = (error as { cause?: { code?: unknown } }).cause?.code;
    return `The receiver could not be reached (${typeof cause === "string" ? cause : (error as Error).name}).`;
  }
}

/** The signature of Standard Webhooks: HMAC-SHA256 over id, time and body. */
export function sign(secret: string, id: string, timestamp: string, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
}

/** What an operator says of where events go; a sentence where it cannot be so. */
export function readWebhook(url: string | undefined, secret: string | undefined): Webhook | undefined | string {
  if (!url && !secret) return undefined;
  if (!url || !secret) return "PATCHBAY_WEBHOOK_URL and PATCHBAY_WEBHOOK_SECRET go together: set both, or none.";
  if (!/^https?:\/\/\S+$/.test(url))
    return "PATCHBAY_WEBHOOK_URL is no address. Give one like https://example.com/hooks.";
  if (!/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(secret))
    return "PATCHBAY_WEBHOOK_SECRET is not whsec_ with at least 24 bytes as base64. Make one: echo whsec_$(openssl rand -base64 32).";
  return { url, secret };
}
