import { may } from "../../core/lifecycle/authority.ts";
import { authorise } from "../authorise.ts";
import { actorOf, type Handler } from "../context.ts";
import { ProblemError } from "../problem.ts";
import { appendAudit, registryChain } from "../store/audit.ts";
import { findToken, revokeToken } from "../store/tokens.ts";

export const handle: Handler<"deleteToken"> = async ({ params, caller }, context) => {
  authorise(caller, "tokens", { enterprise: caller.enterprise }, context);
  const now = context.now();
  await context.store.write(async (tx) => {
    const row = await findToken(tx, params.id);
    if (!row || may(caller, "tokens", { enterprise: row.enterprise }, context.policy) === "no")
      throw new ProblemError("not-found", `There is no token ${params.id}.`);
    if (row.revoked_at !== null) return;
    await revokeToken(tx, row.id, now);
    await appendAudit(tx, registryChain, {
      at: now,
      actor: actorOf(caller),
      action: "token.revoked",
      detail: { id: row.id, principal: row.principal, enterprise: row.enterprise },
    });
  });
  return { status: 204, body: undefined };
};
