/** What the routes of subscriptions share. */
import type { Delivery, Subscription, Topic } from "../core/api/notice-types.ts";
import { authorise } from "./authorise.ts";
import type { Caller, Context } from "./context.ts";
import { ProblemError } from "./problem.ts";
import type { Tx } from "./store/driver.ts";
import { type DeliveryRow, findSubscription, platform, type SubscriptionRow } from "./store/notices.ts";

export function subscriptionInfo(row: SubscriptionRow): Subscription {
  const { id, enterprise, target, created_by, created_at } = row;
  const audience = row.audience === platform ? "platform" : "own";
  return { id, enterprise, audience, target, topics: JSON.parse(row.topics) as Topic[], created_by, created_at };
}

export function deliveryInfo(row: DeliveryRow): Delivery {
  const state = row.delivered_at !== null ? "delivered" : row.dead_at !== null ? "dead" : "waiting";
  return {
    id: row.id,
    event: row.event_id,
    topic: row.topic,
    happened_at: row.happened_at,
    state,
    attempts: row.attempts,
    next_at: state === "waiting" ? row.next_at : null,
    delivered_at: row.delivered_at,
    problem: row.problem,
  };
}

/** The subscription that an address names, if the caller may do something with it; that of others does not exist. */
export async function ownSubscription(
  tx: Tx,
  caller: Caller,
  id: string,
  action: "read_subscriptions" | "write_subscriptions",
  context: Context,
): Promise<SubscriptionRow> {
  const row = await findSubscription(tx, id);
  const isOwn = row && (row.enterprise === caller.enterprise || caller.roles.includes("platform_admin"));
  if (!isOwn) throw new ProblemError("not-found", `There is no subscription ${id}, or this token may not see it.`);
  authorise(caller, action, { enterprise: row.enterprise }, context);
  return row;
}
