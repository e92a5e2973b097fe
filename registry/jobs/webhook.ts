/** Signed webhooks, as Standard Webhooks describes them. */
import { createHmac } from "node:crypto";
import type { DeliveryRow } from "../store/notices.ts";
import { spanKind, traceHeaders, withSpan } from "../tracing/spans.ts";
import { post } from "./post.ts";

export interface Webhook {
  readonly url: string;
  /** `whsec_` and the key as base64, as the receiver has it, too. */
  readonly secret: string;
}

/** Sends one event; gives what went wrong, in words that hold nothing of the secret. */
export function sendWebhook(
  { url, secret }: Webhook,
  { event_id: event, body }: Pick<DeliveryRow, "event_id" | "body">,
  now: string,
  mayReach: (address: string) => boolean,
): Promise<string | undefined> {
  const timestamp = String(Math.floor(Date.parse(now) / 1000));
  const headers = {
    "content-type": "application/json",
    "webhook-id": event,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${sign(secret, event, timestamp, body)}`,
  };
  return withSpan("send webhook", spanKind.client, async (span) => {
    const problem = await post(url, { ...headers, ...traceHeaders() }, body, mayReach);
    if (span) span.failed = problem !== undefined;
    return problem;
  });
}

/** The signature of Standard Webhooks: HMAC-SHA256 over id, time and body. */
export function sign(secret: string, id: string, timestamp: string, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
}

/** What an operator says of where events go; a sentence where it cannot be so. */
export function readWebhook(url: string | undefined, secret: string | undefined): Webhook | undefined | string {
  if (!url && !secret) return undefined;
  if (!url || !secret) return "PATCHBAY_WEBHOOK_URL and PATCHBAY_WEBHOOK_SECRET go together: set both, or none.";
  if (!/^https?:\/\/\S+$/.test(url) || !URL.canParse(url))
    return "PATCHBAY_WEBHOOK_URL is no address. Give one like https://example.com/hooks.";
  if (!/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(secret))
    return "PATCHBAY_WEBHOOK_SECRET is not whsec_ with at least 24 bytes as base64. Make one: echo whsec_$(openssl rand -base64 32).";
  return { url, secret };
}
