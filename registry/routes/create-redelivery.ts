import type { Handler } from "../context.ts";
import { ProblemError } from "../problem.ts";
import { findDelivery, resetDelivery } from "../store/notices.ts";
import { deliveryInfo, ownSubscription } from "../subscriptions.ts";

export const handle: Handler<"createRedelivery"> = async ({ params: { id, delivery }, caller }, context) =>
  context.store.write(async (tx) => {
    await ownSubscription(tx, caller, id, "write_subscriptions", context);
    const row = await findDelivery(tx, delivery);
    if (!row || row.target !== id) throw new ProblemError("not-found", `There is no delivery ${delivery} of ${id}.`);
    const now = context.now();
    await resetDelivery(tx, delivery, now);
    const anew = { attempts: 0, next_at: now, delivered_at: null, dead_at: null, problem: null };
    return { status: 202, body: deliveryInfo({ ...row, ...anew }) };
  });
