import { authorise } from "../authorise.ts";
import type { Handler } from "../context.ts";
import { listSubscriptions } from "../store/notices.ts";
import { subscriptionInfo } from "../subscriptions.ts";

export const handle: Handler<"listSubscriptions"> = async ({ caller }, context) => {
  authorise(caller, "read_subscriptions", { enterprise: caller.enterprise }, context);
  const everywhere = caller.roles.includes("platform_admin");
  const rows = await context.store.read((tx) => listSubscriptions(tx, everywhere ? undefined : caller.enterprise));
  return { status: 200, body: { items: rows.map(subscriptionInfo) } };
};
