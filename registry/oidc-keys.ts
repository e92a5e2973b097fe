/** The keys of an identity provider, from its own discovery document, and from nowhere that a token names. */
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from "jose";
import { isSafeAddress } from "../core/api/sign-in.ts";

/** The provider cannot be asked, or answers nonsense. Whoever comes with a token is not to blame. */
export class ProviderDown extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ProviderDown";
  }
}

/** How long a provider is not asked again: for a key that it did not have, and after it did not answer. Milliseconds. */
export interface Patience {
  readonly cooldown: number;
}

export const patience: Patience = { cooldown: 30_000 };
const timeLimit = 5_000;
const keysLive = 600_000;
const mostBytes = 1024 * 1024;

/** Gives the keys of an issuer. They are asked for with the first token, kept for ten minutes, and again when a new one turns up. */
export function keysOf(issuer: string, { cooldown }: Patience): () => Promise<JWTVerifyGetKey> {
  let known: Promise<JWTVerifyGetKey> | undefined;
  let failed: { at: number; error: ProviderDown } | undefined;
  return async () => {
    if (failed && performance.now() - failed.at < cooldown) throw failed.error;
    known ??= discover(issuer, cooldown);
    try {
      const keys = await known;
      failed = undefined;
      return keys;
    } catch (error) {
      known = undefined;
      failed = { at: performance.now(), error: error as ProviderDown };
      throw error;
    }
  };
}

async function discover(issuer: string, cooldown: number): Promise<JWTVerifyGetKey> {
  const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  let document: { issuer?: unknown; jwks_uri?: unknown };
  try {
    const response = await boundedFetch(url, { signal: AbortSignal.timeout(timeLimit), redirect: "manual" });
    if (response.status !== 200) throw new Error(`status ${response.status}`);
    document = (await response.json()) as typeof document;
  } catch (error) {
    throw new ProviderDown(`${url} does not answer with a discovery document`, { cause: error });
  }
  if (document?.issuer !== issuer) throw new ProviderDown(`${url} speaks of another issuer`);
  const { jwks_uri: keys } = document;
  if (typeof keys !== "string" || !isSafeAddress(keys))
    throw new ProviderDown(`${url} names no keys, or such that everybody on the way could change`);
  return createRemoteJWKSet(new URL(keys), {
    cooldownDuration: cooldown,
    cacheMaxAge: keysLive,
    timeoutDuration: timeLimit,
    [customFetch]: boundedFetch,
  });
}

/** Reads an answer no further than the limit, whoever sends it. */
async function boundedFetch(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > mostBytes) throw new Error(`the answer is longer than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  const { status, headers } = response;
  return new Response(status === 204 || status === 304 ? null : Buffer.concat(chunks), { status, headers });
}
