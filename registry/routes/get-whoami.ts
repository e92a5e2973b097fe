import type { Handler } from "../context.ts";

export const handle: Handler<"getWhoami"> = async ({ caller }) => ({
  status: 200,
  body: {
    principal: caller.principal,
    enterprise: caller.enterprise,
    roles: [...caller.roles],
    scopes: [...caller.scopes],
    token_id: caller.tokenId,
    expires_at: caller.expiresAt,
  },
});
