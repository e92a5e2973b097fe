import type { Handler } from "../context.ts";
import { readPage } from "../page.ts";
import { listDeliveries } from "../store/notices.ts";
import { deliveryInfo, ownSubscription } from "../subscriptions.ts";

export const handle: Handler<"listDeliveries"> = async ({ params: { id }, query, caller, url }, context) =>
  context.store.read(async (tx) => {
    await ownSubscription(tx, caller, id, "read_subscriptions", context);
    return readPage({
      query,
      question: [id, query.state],
      url,
      read: (after, limit) => listDeliveries(tx, id, query.state, after, limit),
      position: (row) => [row.happened_at, row.id],
      visible: () => true,
      show: (rows) => rows.map(deliveryInfo),
    });
  });
