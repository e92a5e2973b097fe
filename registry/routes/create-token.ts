import { makeToken, tokenInfo, tokenRow } from "../authenticate.ts";
import { authorise } from "../authorise.ts";
import { actorOf, type Handler } from "../context.ts";
import { ProblemError } from "../problem.ts";
import { appendAudit, registryChain } from "../store/audit.ts";
import { insertToken } from "../store/tokens.ts";

export const handle: Handler<"createToken"> = async ({ body, caller }, context) => {
  authorise(caller, "tokens", { enterprise: body.enterprise }, context);
  // Nobody hands out more than they hold: only platform admins make platform admins and services that report usage.
  const beyond = body.roles.includes("platform_admin") || body.scopes?.includes("usage:write");
  if (beyond && !caller.roles.includes("platform_admin"))
    throw new ProblemError(
      "forbidden",
      "Only a platform admin can create tokens for platform admins and for services.",
    );
  const now = context.now();
  const { expires_at: expiresAt } = body;
  const expiry = expiresAt === undefined ? undefined : Date.parse(expiresAt);
  if (expiry !== undefined && !(expiry > Date.parse(now)))
    throw new ProblemError("invalid-request", "The token would be expired already. Give a later expires_at.", {
      errors: [{ pointer: "/expires_at", detail: "must be in the future" }],
    });
  const token = makeToken();
  const row = tokenRow(token, now, {
    principal: body.principal,
    enterprise: body.enterprise,
    roles: body.roles,
    scopes: body.scopes ?? [],
    createdBy: caller.principal,
    expiresAt,
  });
  return context.store.write(async (tx) => {
    await insertToken(tx, row);
    await appendAudit(tx, registryChain, {
      at: now,
      actor: actorOf(caller),
      action: "token.created",
      detail: {
        id: row.id,
        principal: row.principal,
        enterprise: row.enterprise,
        roles: body.roles,
        ...(body.scopes?.length && { scopes: body.scopes }),
      },
    });
    return { status: 201, body: { ...tokenInfo(row), token } };
  });
};
