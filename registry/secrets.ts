/**
 * The registry's own key, from which the secrets of subscriptions follow. It lies beside the store or comes from the environment, so that
 * a copy of the store alone lets nobody sign anything.
 */
import { createHmac, randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import path from "node:path";
import { StartError } from "./start-error.ts";

const keyFile = "secret-key";
const KEY = /^[A-Za-z0-9+/_-]{43}=?$/;

/**
 * The key: the one that was given, else that of the folder, which is made at the first start. Several processes on one database have
 * no folder in common, so that theirs has to be given; without it they have none.
 */
export function readSecretKey(given: string | undefined, folder: string, isShared: boolean): string | undefined {
  if (given) {
    if (!KEY.test(given.trim()))
      throw new StartError("PATCHBAY_SECRET_KEY is not 32 bytes as base64. Make one: openssl rand -base64 32.");
    return given.trim();
  }
  if (isShared) return undefined;
  const file = path.join(folder, keyFile);
  if (existsSync(file)) {
    const known = readFileSync(file, "utf8").trim();
    if (KEY.test(known)) return known;
    throw new StartError(
      `${file} holds no key. Bring it back from a backup; without it the signatures of webhooks change.`,
    );
  }
  const key = randomBytes(32).toString("base64");
  const handle = openSync(file, "wx", 0o600);
  try {
    writeSync(handle, `${key}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return key;
}

/** The secret of a subscription's signatures, as its receiver has it. */
export function subscriptionSecret(key: string, subscription: string): string {
  return `whsec_${createHmac("sha256", Buffer.from(key, "base64")).update(`subscription ${subscription}`).digest("base64")}`;
}
