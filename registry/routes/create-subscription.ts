import { randomUUID } from "node:crypto";
import { isIP } from "node:net";
import { authorise } from "../authorise.ts";
import { actorOf, type Context, type Handler } from "../context.ts";
import { isMailAddress } from "../jobs/mail.ts";
import { ProblemError } from "../problem.ts";
import { appendAudit, registryChain } from "../store/audit.ts";
import { insertSubscription, platform, type SubscriptionRow } from "../store/notices.ts";
import { subscriptionInfo } from "../subscriptions.ts";

export const handle: Handler<"createSubscription"> = async ({ body, caller }, context) => {
  authorise(caller, "write_subscriptions", { enterprise: caller.enterprise }, context);
  const { target, topics = [], audience = "own" } = body;
  if (audience === "platform" && !caller.roles.includes("platform_admin"))
    throw new ProblemError("forbidden", "Only a platform admin can subscribe to what happens to all enterprises.");
  ensureTarget(target, context);
  const now = context.now();
  const row: SubscriptionRow = {
    id: randomUUID(),
    enterprise: caller.enterprise,
    audience: audience === "platform" ? platform : caller.enterprise,
    target,
    topics: JSON.stringify(topics),
    created_by: caller.principal,
    created_at: now,
  };
  return context.store.write(async (tx) => {
    await insertSubscription(tx, row);
    await appendAudit(tx, registryChain, {
      at: now,
      actor: actorOf(caller),
      action: "subscription.created",
      // The address of a webhook can hold a secret in its path, as many services have it; the host says enough.
      detail: { id: row.id, enterprise: row.enterprise, audience, host: hostOf(target), topics },
    });
    const secret = target.startsWith("mailto:") ? null : (context.sending.secretOf?.(row.id) ?? null);
    return { status: 201, body: { ...subscriptionInfo(row), secret } };
  });
};

/** Refuses what could never be delivered. What a name means is found out when something is sent, and each time anew. */
function ensureTarget(target: string, { sending }: Context): void {
  const refuse = (detail: string) =>
    new ProblemError("invalid-request", detail, { errors: [{ pointer: "/target", detail }] });
  if (target.startsWith("mailto:")) {
    if (!isMailAddress(target.slice("mailto:".length)))
      throw refuse("The target is no mail address. Give one like mailto:team@example.com.");
    if (!sending.mail)
      throw refuse("This registry sends no e-mail. Ask its operator to set PATCHBAY_SMTP_URL, or take a webhook.");
    return;
  }
  if (!sending.secretOf)
    throw refuse("This registry cannot sign webhooks yet. Ask its operator to set PATCHBAY_SECRET_KEY.");
  if (!URL.canParse(target)) throw refuse("The target is no address. Give one like https://example.com/hooks.");
  const { protocol, hostname, username } = new URL(target);
  if (protocol === "http:" && !sending.mayReach("127.0.0.1"))
    throw refuse("The target must be an https address, since what is sent is nobody else's business.");
  if (username !== "") throw refuse("The target must not hold a name or a password. Signatures say who sends.");
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) && !sending.mayReach(host))
    throw refuse("The target is in a private network, which this registry does not send to. Ask its operator.");
}

function hostOf(target: string): string {
  return target.startsWith("mailto:") ? target.slice(target.indexOf("@") + 1) : new URL(target).host;
}
