/**
 * Signing in with a code that is confirmed in a browser (RFC 8628), at the registry itself or at its identity provider, and renewing
 * such a sign-in. Editor and command line share it; each brings its own way to fetch, to wait and to show the code.
 */
import type { DeviceCode, SignIn } from "./access-types.ts";
import { createClient, type Fetch } from "./client.ts";
import { Interruption, RegistryError } from "./problems.ts";

/** What is kept of a sign-in. It is a secret as a whole. */
export interface Credentials {
  token: string;
  /** When the token ends; absent where it is not known. */
  expires_at?: string | undefined;
  /** How another token is got without asking anybody. */
  refresh?: { issuer: string; client_id: string; refresh_token: string } | undefined;
}

/** What the person is shown. */
export interface CodeToConfirm {
  readonly code: string;
  /** Where it is typed in, and the address that has it already. */
  readonly address: string;
  readonly completeAddress: string;
}

export interface SignInWorld {
  readonly fetch: Fetch;
  readonly now: () => Date;
  /** Resolves after so many seconds; rejects where the person has given up. */
  wait(seconds: number): Promise<void>;
  show(code: CodeToConfirm): void;
}

/** Something about signing in that a person can read. */
export class SignInError extends Interruption {
  constructor(message: string) {
    super(message);
    this.name = "SignInError";
  }
}

/** Whether a token may be sent to an address: nobody on the way can read it. */
export function isSafeAddress(address: string): boolean {
  return /^https:\/\/[^/?#@\s]+(?:[/?#]|$)|^http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?(?:[/?#]|$)/i.test(
    address,
  );
}

/** Signs in with a code; `client` says on whose behalf. Throws a `SignInError` or a `RegistryError`. */
export async function signInByCode(baseUrl: string, client: string, world: SignInWorld): Promise<Credentials> {
  const registry = createClient({ baseUrl, fetch: world.fetch });
  // A registry of an earlier version does not say how one signs in.
  const { sign_in: methods } = (await registry.meta()) as { sign_in?: SignIn };
  if (methods?.oidc?.client_id) return signInAtProvider(methods.oidc, methods.oidc.client_id, world);
  if (!methods?.device_code)
    throw new SignInError("This registry has no sign-in by code. Sign in with a token that it has issued.");
  const code = await registry.createDeviceCode(client);
  return poll(code, world, async () => {
    try {
      const { token, expires_at } = await registry.takeDeviceToken(code.device_code);
      return { token, ...(expires_at !== null && { expires_at }) };
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      if (error.code === "authorization-pending") return { wait: code.interval };
      if (error.code === "slow-down") return { wait: error.problem?.interval ?? code.interval + 5 };
      // A lost answer or a busy registry is no end: the code counts for minutes.
      if (error.code === "unreachable" || error.code === "rate-limited" || error.code === "unavailable")
        return { wait: code.interval + 5 };
      throw ended(error.code, error);
    }
  });
}

type Answer = Credentials | { wait: number };

/** Shows the code and asks until there is a token, the code is over, or the person gives up. */
async function poll(
  code: Omit<DeviceCode, "device_code">,
  world: SignInWorld,
  ask: () => Promise<Answer>,
): Promise<Credentials> {
  const completeAddress = code.verification_uri_complete || code.verification_uri;
  if (!isSafeAddress(code.verification_uri) || !isSafeAddress(completeAddress))
    throw new SignInError(`${code.verification_uri} is no address to confirm a code at. Sign in with a token instead.`);
  const end = world.now().getTime() + code.expires_in * 1000;
  world.show({ code: code.user_code, address: code.verification_uri, completeAddress });
  let seconds = code.interval;
  while (world.now().getTime() < end) {
    await world.wait(seconds);
    const answer = await ask();
    if ("token" in answer) return answer;
    seconds = answer.wait;
  }
  throw ended("expired-token", undefined);
}

function ended(code: string, error: unknown): unknown {
  if (code === "expired-token") return new SignInError("Nobody confirmed the code in time. Begin the sign-in again.");
  if (code === "access-denied") return new SignInError("The sign-in was refused.");
  return error;
}

interface Endpoints {
  device_authorization_endpoint?: string;
  token_endpoint: string;
}

interface TokenAnswer {
  access_token?: string;
  refresh_token?: string;
  expires_in?: number;
  error?: string;
  interval?: number;
}

async function signInAtProvider(
  { issuer, audience, scope }: NonNullable<SignIn["oidc"]>,
  clientId: string,
  world: SignInWorld,
): Promise<Credentials> {
  const { device_authorization_endpoint: begin, token_endpoint } = await discover(issuer, world.fetch);
  if (!begin)
    throw new SignInError(`The identity provider ${issuer} has no sign-in by code. Sign in with a token instead.`);
  const { status, value } = await post(begin, { client_id: clientId, scope, audience }, world.fetch);
  const code = value as Partial<DeviceCode> & { interval?: number };
  if (status !== 200 || !code.device_code || !code.user_code || !code.verification_uri)
    throw new SignInError(
      `The identity provider ${issuer} gave no code (status ${status}). Sign in with a token instead.`,
    );
  const interval = code.interval ?? 5;
  const shown = {
    user_code: code.user_code,
    verification_uri: code.verification_uri,
    verification_uri_complete: code.verification_uri_complete ?? "",
    expires_in: code.expires_in ?? 600,
    interval,
  };
  const form = {
    grant_type: "urn:ietf:params:oauth:grant-type:device_code",
    device_code: code.device_code,
    client_id: clientId,
  };
  return poll(shown, world, async () => {
    const { value: answer } = await post(token_endpoint, form, world.fetch);
    const { error, interval: asked } = answer as TokenAnswer;
    if (error === "authorization_pending") return { wait: interval };
    if (error === "slow_down") return { wait: (asked ?? interval) + 5 };
    const found = credentialsOf(answer as TokenAnswer, issuer, clientId, undefined, world.now());
    if (found) return found;
    throw (
      ended((error ?? "").replaceAll("_", "-"), undefined) ??
      new SignInError(`The identity provider ${issuer} gave no token.`)
    );
  });
}

/** Another token for a sign-in that can be renewed; nothing where somebody has to sign in again. */
async function renew(
  { refresh }: Credentials,
  { fetch, now }: Pick<SignInWorld, "fetch" | "now">,
): Promise<Credentials | undefined> {
  if (!refresh) return undefined;
  const { issuer, client_id, refresh_token } = refresh;
  const { token_endpoint } = await discover(issuer, fetch);
  const form = { grant_type: "refresh_token", refresh_token, client_id };
  const { value } = await post(token_endpoint, form, fetch);
  return credentialsOf(value as TokenAnswer, issuer, client_id, refresh_token, now());
}

/** Whether a token ends within the next minute, so that it is better renewed before it is sent. */
function endsSoon({ expires_at }: Credentials, now: Date): boolean {
  return expires_at !== undefined && Date.parse(expires_at) - now.getTime() < 60_000;
}

function credentialsOf(
  { access_token, refresh_token, expires_in }: TokenAnswer,
  issuer: string,
  client_id: string,
  known: string | undefined,
  now: Date,
): Credentials | undefined {
  if (!access_token) return undefined;
  const kept = refresh_token ?? known;
  return {
    token: access_token,
    ...(expires_in && { expires_at: new Date(now.getTime() + expires_in * 1000).toISOString() }),
    ...(kept && { refresh: { issuer, client_id, refresh_token: kept } }),
  };
}

async function discover(issuer: string, fetch: Fetch): Promise<Endpoints> {
  if (!isSafeAddress(issuer))
    throw new SignInError(`${issuer} is no address to send a sign-in to: others could read it.`);
  const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const found = (await send(url, { method: "GET", headers: { accept: "application/json" } }, fetch))
    .value as Endpoints & {
    issuer?: string;
  };
  const addresses = [found.token_endpoint, found.device_authorization_endpoint ?? issuer];
  if (found.issuer !== issuer || !addresses.every((address) => typeof address === "string" && isSafeAddress(address)))
    throw new SignInError(`${url} does not say how one signs in. Sign in with a token instead.`);
  return found;
}

function post(url: string, form: Record<string, string>, fetch: Fetch): Promise<{ status: number; value: object }> {
  const body = Object.entries(form).map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`);
  const headers = { accept: "application/json", "content-type": "application/x-www-form-urlencoded" };
  return send(url, { method: "POST", headers, body: body.join("&") }, fetch);
}

async function send(url: string, init: Parameters<Fetch>[1], fetch: Fetch): Promise<{ status: number; value: object }> {
  try {
    const response = await fetch(url, init);
    const value = JSON.parse(await response.text()) as unknown;
    return { status: response.status, value: typeof value === "object" && value !== null ? value : {} };
  } catch {
    throw new SignInError(`The identity provider does not answer at ${url}. Try again, or sign in with a token.`);
  }
}

/** Where a token comes from for each request. */
export interface TokenSource {
  token(): Promise<string | undefined>;
  /** Another token in place of one that was not accepted (none: nobody is signed in); nothing where there is none to be had. */
  renew(refused: string | undefined): Promise<string | undefined>;
}

/** Where credentials are kept. */
export interface CredentialStore {
  read(): Promise<Credentials | undefined>;
  write(credentials: Credentials): Promise<void>;
}

/** Tokens of credentials that are kept: renewed without a question before they end, and where they are refused. */
export function keptTokens(store: CredentialStore, world: Pick<SignInWorld, "fetch" | "now">): TokenSource {
  let renewing: Promise<string | undefined> | undefined;
  const again = (old: Credentials): Promise<string | undefined> => {
    // Requests that find out at the same time renew once: a provider may take each refresh token only once.
    renewing ??= (async () => {
      const fresh = await renew(old, world);
      if (fresh) await store.write(fresh);
      return fresh?.token;
    })().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };
  return {
    async token() {
      const kept = await store.read();
      if (!kept?.refresh || !endsSoon(kept, world.now())) return kept?.token;
      // Where the provider is away, the registry says whether the token still counts.
      return (await again(kept).catch(() => undefined)) ?? kept.token;
    },
    async renew(refused) {
      const kept = await store.read();
      if (!kept) return undefined;
      // Another window or process may have been quicker.
      return kept.token === refused ? again(kept) : kept.token;
    },
  };
}

/** A `fetch` that signs requests, and sends one again whose token has ended in the meantime. */
export function signedFetch(fetch: Fetch, source: TokenSource): Fetch {
  const sign = (init: Parameters<Fetch>[1], token: string | undefined) =>
    token === undefined ? init : { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } };
  return async (url, init) => {
    const token = await source.token();
    const response = await fetch(url, sign(init, token));
    if (response.status !== 401) return response;
    const fresh = await source.renew(token);
    return fresh === undefined ? response : fetch(url, sign(init, fresh));
  };
}
