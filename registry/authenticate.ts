/** Tokens: making them, and finding out who stands behind one. */
import { randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import type { TokenInfo, TokenScope } from "../core/api/types.ts";
import type { Role } from "../core/lifecycle/authority.ts";
import type { Caller } from "./context.ts";
import { sha256 } from "./hash.ts";
import { ProblemError } from "./problem.ts";
import type { Store } from "./store/driver.ts";
import { findTokenByPrefix, markUsed, type TokenRow } from "./store/tokens.ts";

/** `cxr_`, eight characters that recognise the token, and 256 random bits. */
const tokenPattern = /^(cxr_[0-9a-f]{8})_[A-Za-z0-9_-]{43}$/;

/** Three parts, as the tokens of identity providers have them. */
const jwtPattern = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** A new token; only its hash is kept. */
export function makeToken(): string {
  return `cxr_${randomBytes(4).toString("hex")}_${randomBytes(32).toString("base64url")}`;
}

export function isToken(text: string): boolean {
  return tokenPattern.test(text);
}

export interface NewTokenRow {
  principal: string;
  enterprise: string;
  roles: readonly Role[];
  scopes: readonly TokenScope[];
  createdBy: string;
  expiresAt?: string | undefined;
}

/** The row for a token. */
export function tokenRow(token: string, now: string, owner: NewTokenRow, id: string = randomUUID()): TokenRow {
  return {
    id,
    prefix: token.slice(0, 12),
    sha256: sha256(token),
    principal: owner.principal,
    enterprise: owner.enterprise,
    roles: JSON.stringify(owner.roles),
    scopes: JSON.stringify(owner.scopes),
    created_at: now,
    created_by: owner.createdBy,
    expires_at: owner.expiresAt === undefined ? null : new Date(owner.expiresAt).toISOString(),
    revoked_at: null,
    last_used_on: null,
  };
}

/** A token as the API shows it: everything but the token. */
export function tokenInfo(row: TokenRow): TokenInfo {
  const { id, prefix, principal, enterprise, created_at, created_by, expires_at, revoked_at, last_used_on } = row;
  return {
    id,
    principal,
    enterprise,
    roles: JSON.parse(row.roles) as Role[],
    scopes: JSON.parse(row.scopes) as TokenScope[],
    prefix,
    created_at,
    created_by,
    expires_at,
    revoked_at,
    last_used_on,
  };
}

/** Nobody: who calls a route that is open to anybody. */
export const nobody: Caller = { principal: "", enterprise: "", roles: [], scopes: [], tokenId: "", expiresAt: null };

/** Recognises the tokens of an identity provider; see oidc.ts. */
export type Recognise = (token: string, now: string) => Promise<Caller>;

/** Finds out who calls, or throws the problem `unauthenticated`. Without `recognise` only the registry's own tokens count. */
export async function authenticate(
  header: string | undefined,
  store: Store,
  now: string,
  recognise?: Recognise,
): Promise<Caller> {
  if (header === undefined || header === "")
    throw unauthenticated("This registry needs a token. Sign in, or set PATCHBAY_TOKEN.");
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (recognise && token !== undefined && jwtPattern.test(token)) return recognise(token, now);
  const prefix = token === undefined ? undefined : tokenPattern.exec(token)?.[1];
  if (token === undefined || prefix === undefined)
    throw new WrongToken("The token is not one of this registry's. Sign in again with a token that it has issued.");
  const row = await store.read((tx) => findTokenByPrefix(tx, prefix));
  // A token that does not exist takes the same comparison as one that does.
  const matches = timingSafeEqual(Buffer.from(sha256(token)), Buffer.from(row?.sha256 ?? sha256("no token")));
  if (!row || !matches)
    throw new WrongToken("The registry does not know this token. Sign in again with a token that it has issued.");
  if (row.revoked_at !== null) throw unauthenticated("The token was revoked. Ask your administrator for a new one.");
  if (row.expires_at !== null && Date.parse(row.expires_at) <= Date.parse(now))
    throw unauthenticated(`The token expired at ${row.expires_at}. Ask your administrator for a new one.`);
  noteUse(store, row, now);
  const { id, principal, enterprise, roles, scopes } = tokenInfo(row);
  return { principal, enterprise, roles, scopes, tokenId: id, expiresAt: row.expires_at };
}

const hour = 3_600_000;
/** When this process last tried to write down that a token was used, for each store. */
const noted = new WeakMap<Store, Map<string, number>>();

/** Writes down the day on which a token was used, beside the request: once a day, and if that fails not before an hour. */
function noteUse(store: Store, { id, last_used_on }: TokenRow, now: string): void {
  const day = now.slice(0, 10);
  if (last_used_on !== null && last_used_on >= day) return;
  const times = noted.get(store) ?? new Map<string, number>();
  noted.set(store, times);
  const time = Date.parse(now);
  const before = times.get(id);
  if (before !== undefined && Math.abs(time - before) < hour) return;
  // Tokens come and go; what is forgotten is written once more.
  if (times.size > 10_000) times.clear();
  times.set(id, time);
  // The request does not depend on it, and a store that takes nothing says so where it matters.
  void store.write((tx) => markUsed(tx, id, day)).catch(() => {});
}

const challenge = { "www-authenticate": 'Bearer realm="patchbay"' };

/** Nobody is known by what came along, and it is no guess either: there was no token, or one that has ended. */
export function unauthenticated(detail: string): ProblemError {
  return new ProblemError("unauthenticated", detail, {}, { ...challenge });
}

/** A token that nobody was ever given, as whoever guesses tokens sends them. */
export class WrongToken extends ProblemError {
  constructor(detail: string) {
    super("unauthenticated", detail, {}, { ...challenge });
  }
}
