/**
 * A request that creates something can carry an Idempotency-Key. Sent again with the same key, because its answer was lost, it creates
 * nothing and gets the same answer, which was kept in the transaction that did the work.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Caller, Context, Reply } from "./context.ts";
import { sha256 } from "./hash.ts";
import { ProblemError } from "./problem.ts";
import { findAnswer, forgetAnswers, keepAnswer } from "./store/answers.ts";
import type { Store } from "./store/driver.ts";

/** Answers are given again for so many days. */
export const KEPT_DAYS = 7;

/** Ends the handling of a request that was answered before. */
export class AnsweredBefore extends Error {
  readonly reply: Reply<unknown>;
  constructor(reply: Reply<unknown>) {
    super("answered before");
    this.reply = reply;
  }
}

/** The context for a request with a key: its transaction first looks for an answer, and keeps the one that it makes. */
export function onceContext(
  context: Context,
  { key, route, caller, url, body }: { key: string; route: string; caller: Caller; url: string; body: unknown },
): Context {
  if (!/^[\x21-\x7e]{16,64}$/.test(key))
    throw new ProblemError(
      "invalid-request",
      "Idempotency-Key must have 16 to 64 visible characters. Take a new random UUID for every new request.",
    );
  // Whoever has other rights by now is asked anew.
  const { principal, enterprise, roles, scopes } = caller;
  const id = sha256(JSON.stringify([route, principal, enterprise, roles, scopes, key]));
  const hash = sha256(JSON.stringify([url, body]));
  const { store, now } = context;
  const once: Store = {
    read: (work) => store.read(work),
    close: () => store.close(),
    write: (work) =>
      store.write(async (tx) => {
        const known = await findAnswer(tx, id);
        if (known && known.request_hash !== hash)
          throw new ProblemError(
            "idempotency-key-reused",
            "This Idempotency-Key came with another request before. Take a new one for every new request.",
          );
        if (known) throw new AnsweredBefore(JSON.parse(decrypt(known.answer, key, id)) as Reply<unknown>);
        const result = await work(tx);
        if (isReply(result))
          await keepAnswer(tx, {
            id,
            request_hash: hash,
            answer: encrypt(JSON.stringify(result), key, id),
            created_at: now(),
          });
        return result;
      }),
  };
  return { ...context, store: once };
}

/** Forgets answers that are too old to be asked for again. */
export async function forgetOldAnswers(store: Store, now: string): Promise<number> {
  const before = new Date(Date.parse(now) - KEPT_DAYS * 86_400_000).toISOString();
  return store.write((tx) => forgetAnswers(tx, before));
}

function isReply(value: unknown): value is Reply<unknown> {
  return typeof value === "object" && value !== null && "status" in value && "body" in value;
}

/** An answer can hold a new token, so that only who knows the key can read it; the store keeps neither key nor token. */
function encrypt(text: string, key: string, id: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", secretOf(key, id), iv);
  const bytes = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), bytes]).toString("base64");
}

function decrypt(answer: string, key: string, id: string): string {
  const all = Buffer.from(answer, "base64");
  const decipher = createDecipheriv("aes-256-gcm", secretOf(key, id), all.subarray(0, 12));
  decipher.setAuthTag(all.subarray(12, 28));
  return Buffer.concat([decipher.update(all.subarray(28)), decipher.final()]).toString("utf8");
}

function secretOf(key: string, id: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, id, "patchbay idempotency", 32));
}
