import { actorOf, type Handler } from "../context.ts";
import { appendAudit, registryChain } from "../store/audit.ts";
import { deleteSubscription } from "../store/notices.ts";
import { ownSubscription } from "../subscriptions.ts";

export const handle: Handler<"deleteSubscription"> = async ({ params: { id }, caller }, context) =>
  context.store.write(async (tx) => {
    const { enterprise } = await ownSubscription(tx, caller, id, "write_subscriptions", context);
    await deleteSubscription(tx, id);
    await appendAudit(tx, registryChain, {
      at: context.now(),
      actor: actorOf(caller),
      action: "subscription.deleted",
      detail: { id, enterprise },
    });
    return { status: 204, body: undefined };
  });
