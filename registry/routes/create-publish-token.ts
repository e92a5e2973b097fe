import { makeToken, tokenInfo, tokenRow, unauthenticated } from "../authenticate.ts";
import type { Handler } from "../context.ts";
import { appendAudit, registryChain } from "../store/audit.ts";
import { insertToken } from "../store/tokens.ts";

/** Long enough for a build job to publish, too short to be worth stealing. */
const minutes = 15;

export const handle: Handler<"createPublishToken"> = async ({ body }, context) => {
  if (!context.publishers) throw unauthenticated("This registry trusts no build jobs. Its operator can name some.");
  const now = context.now();
  const { subject, enterprise } = await context.publishers.verify(body.token, context.publicUrl(), now);
  const token = makeToken();
  const principal = `ci ${subject.replace(/\p{Cc}/gu, "")}`.slice(0, 200);
  const row = tokenRow(token, now, {
    principal,
    enterprise,
    roles: ["enterprise_admin"],
    scopes: ["publish"],
    createdBy: principal,
    expiresAt: new Date(Date.parse(now) + minutes * 60_000).toISOString(),
  });
  return context.store.write(async (tx) => {
    await insertToken(tx, row);
    await appendAudit(tx, registryChain, {
      at: now,
      actor: `${principal}@${enterprise}`,
      action: "token.created",
      detail: { id: row.id, principal, enterprise, scopes: ["publish"] },
    });
    return { status: 201, body: { ...tokenInfo(row), token }, headers: { "cache-control": "no-store" } };
  });
};
