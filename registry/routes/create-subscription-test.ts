import { randomUUID } from "node:crypto";
import type { Handler } from "../context.ts";
import { type DeliveryRow, insertDelivery } from "../store/notices.ts";
import { deliveryInfo, ownSubscription } from "../subscriptions.ts";

export const handle: Handler<"createSubscriptionTest"> = async ({ params: { id }, caller }, context) =>
  context.store.write(async (tx) => {
    const { target } = await ownSubscription(tx, caller, id, "write_subscriptions", context);
    const now = context.now();
    const topic = "subscription.test";
    const row: DeliveryRow = {
      id: randomUUID(),
      event_id: randomUUID(),
      channel: target.startsWith("mailto:") ? "mail" : "webhook",
      target: id,
      topic,
      happened_at: now,
      body: JSON.stringify({ type: topic, timestamp: now, data: { subscription: id } }),
      attempts: 0,
      next_at: now,
      delivered_at: null,
      dead_at: null,
      problem: null,
    };
    await insertDelivery(tx, row);
    return { status: 202, body: deliveryInfo(row) };
  });
