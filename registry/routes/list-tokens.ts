import { may } from "../../core/lifecycle/authority.ts";
import { tokenInfo } from "../authenticate.ts";
import { authorise } from "../authorise.ts";
import type { Handler } from "../context.ts";
import { listTokens } from "../store/tokens.ts";

export const handle: Handler<"listTokens"> = async ({ caller }, context) => {
  const everywhere = may(caller, "tokens", { enterprise: "" }, context.policy) === "yes";
  authorise(caller, "tokens", { enterprise: caller.enterprise }, context);
  const rows = await context.store.read((tx) => listTokens(tx, everywhere ? undefined : caller.enterprise));
  return { status: 200, body: { items: rows.map(tokenInfo) } };
};
