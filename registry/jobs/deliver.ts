/** Sends what is due, by webhook and by mail: repeated until it is taken, later and later, and given up in the end. */
import type { Store } from "../store/driver.ts";
import {
  claimDeliveries,
  type DeliveryRow,
  findSubscription,
  postponeDeliveries,
  settleDelivery,
} from "../store/notices.ts";
import { fanOut } from "./fan-out.ts";
import type { Mailer } from "./mail.ts";
import { sendWebhook, type Webhook } from "./webhook.ts";

/** Where things can be sent. */
export interface Channels {
  /** The operator's own receiver, who is told everything. It may be in a private network, since the operator has chosen it. */
  readonly operator?: Webhook | undefined;
  /** The secret of a subscription's signatures; without it there are no webhooks for enterprises. */
  readonly secretOf?: ((subscription: string) => string) | undefined;
  readonly mail?: Mailer | undefined;
  /** Whether the receivers of enterprises may have an address. */
  readonly mayReach: (address: string) => boolean;
}

/** A delivery is given up after so many attempts; the last ones are hours apart. */
export const MOST_ATTEMPTS = 12;
/** How many are taken at once. */
const BATCH = 20;
/** Nobody else takes a delivery for so long; a process that dies with it gives it back. */
const CLAIM = 60_000;

/** Seconds until the next attempt: 10, 20, 40 … up to 6 hours. */
export function backoff(attempts: number): number {
  return Math.min(10 * 2 ** (attempts - 1), 6 * 60 * 60);
}

/**
 * Hands out events and sends what is due. Gives how many deliveries were taken and how many were not; `log` hears of those that were
 * not. One may arrive twice, when its receiver took it but the answer was lost: `webhook-id` says that it is the same.
 */
export async function deliver(
  store: Store,
  channels: Channels,
  now: string,
  log: (entry: Record<string, unknown>) => void,
): Promise<{ delivered: number; failed: number }> {
  await fanOut(store, now, channels.operator !== undefined);
  const until = new Date(Date.parse(now) + CLAIM).toISOString();
  const due = await store.write((tx) => claimDeliveries(tx, usable(channels), now, until, BATCH));
  const receivers = new Map<string, DeliveryRow[]>();
  for (const row of due) {
    const key = `${row.channel} ${row.target}`;
    receivers.set(key, [...(receivers.get(key) ?? []), row]);
  }
  let [delivered, failed] = [0, 0];
  // Receivers side by side, so that one who hangs keeps nobody else waiting; each of them in the order of events.
  await Promise.all(
    [...receivers.values()].map(async (rows) => {
      for (const [index, row] of rows.entries()) {
        const problem = await send(store, channels, row, now);
        const again = await settle(store, row, problem, now, log);
        if (problem === undefined) {
          delivered++;
          continue;
        }
        failed++;
        const untried = rows.slice(index + 1).map(({ id }) => id);
        await store.write((tx) => postponeDeliveries(tx, row, untried, again));
        return;
      }
    }),
  );
  return { delivered, failed };
}

function usable({ operator, secretOf, mail }: Channels): string[] {
  return [...(operator ? ["operator"] : []), ...(secretOf ? ["webhook"] : []), ...(mail ? ["mail"] : [])];
}

async function send(
  store: Store,
  { operator, secretOf, mail, mayReach }: Channels,
  row: DeliveryRow,
  now: string,
): Promise<string | undefined> {
  if (row.channel === "operator") return operator && sendWebhook(operator, row, now, () => true);
  const subscription = await store.read((tx) => findSubscription(tx, row.target));
  // Deleted since: nobody wants it any more.
  if (!subscription) return undefined;
  if (row.channel === "mail") return mail?.send(subscription.target.slice("mailto:".length), row, now);
  return secretOf && sendWebhook({ url: subscription.target, secret: secretOf(subscription.id) }, row, now, mayReach);
}

/** Writes down how it went; gives the time of the next attempt. */
async function settle(
  store: Store,
  row: DeliveryRow,
  problem: string | undefined,
  now: string,
  log: (entry: Record<string, unknown>) => void,
): Promise<string> {
  const again = new Date(Date.parse(now) + backoff(row.attempts) * 1000).toISOString();
  const isLast = problem !== undefined && row.attempts >= MOST_ATTEMPTS;
  await store.write((tx) =>
    settleDelivery(tx, row.id, {
      delivered_at: problem === undefined ? now : null,
      dead_at: isLast ? now : null,
      next_at: again,
      problem: problem ?? null,
    }),
  );
  if (problem === undefined) return again;
  log({
    at: now,
    level: isLast ? "error" : "warning",
    event: row.event_id,
    topic: row.topic,
    channel: row.channel,
    ...(row.target !== "" && { subscription: row.target }),
    attempts: row.attempts,
    problem,
    ...(isLast && { given_up: true }),
  });
  return again;
}
