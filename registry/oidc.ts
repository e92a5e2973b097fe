/** Tokens of identity providers (OpenID Connect): whether they count here, and whose they are. */
import { decodeJwt, errors, type JWTPayload, jwtVerify } from "jose";
import { roles as knownRoles, type Role } from "../core/lifecycle/authority.ts";
import { unauthenticated, WrongToken } from "./authenticate.ts";
import type { Caller } from "./context.ts";
import { keysOf, type Patience, ProviderDown, patience } from "./oidc-keys.ts";
import { fitsSubject, type OidcSettings, type TrustedPublisher } from "./oidc-settings.ts";
import { ProblemError } from "./problem.ts";
import type { Store } from "./store/driver.ts";
import { ensureEnterprise } from "./store/tokens.ts";

/** Signatures that are taken. Nothing that a provider shares with others (HS…), and nothing without one. */
const algorithms = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];

/** Clocks differ by so many seconds. */
const leeway = 30;

/** A caller whom a provider vouches for. */
export interface Identities {
  readonly settings: OidcSettings;
  verify(token: string, now: string): Promise<Caller>;
}

/** Whom the registry lets in by the tokens of a provider. Nothing is asked of it before the first token comes. */
export function createIdentities(
  settings: OidcSettings,
  store: Store,
  log: (entry: Record<string, unknown>) => void,
  wait: Patience = patience,
): Identities {
  const verify = createVerifier(settings.issuer, log, wait);
  const known = new Set<string>();
  return {
    settings,
    async verify(token, now) {
      const claims = await verify(token, settings.audience, now);
      const { enterprise, ...caller } = callerOf(claims, settings);
      if (!known.has(enterprise)) await store.write((tx) => ensureEnterprise(tx, enterprise, now));
      known.add(enterprise);
      return { enterprise, ...caller };
    },
  };
}

/** Which build jobs may publish. */
export interface Publishers {
  /** The enterprise that a build job publishes for, and its name; a problem where it is not trusted. */
  verify(token: string, audience: string, now: string): Promise<{ subject: string; enterprise: string }>;
}

export function createPublishers(
  trusted: readonly TrustedPublisher[],
  log: (entry: Record<string, unknown>) => void,
  wait: Patience = patience,
): Publishers {
  const verifiers = new Map(trusted.map(({ issuer }) => [issuer, createVerifier(issuer, log, wait)]));
  return {
    async verify(token, audience, now) {
      const issuer = issuerOf(token);
      const verify = verifiers.get(issuer);
      if (!verify) throw unauthenticated("This registry trusts no build jobs of the provider that made the token.");
      const { sub: subject = "" } = await verify(token, audience, now);
      const fits = trusted.find((one) => one.issuer === issuer && fitsSubject(one.subject, subject));
      if (!fits) throw unauthenticated(`The build job ${JSON.stringify(subject)} may not publish to this registry.`);
      return { subject, enterprise: fits.enterprise };
    },
  };
}

type Verifier = (token: string, audience: string, now: string) => Promise<JWTPayload>;

/** Checks signature, issuer, audience and times of a token. */
function createVerifier(issuer: string, log: (entry: Record<string, unknown>) => void, wait: Patience): Verifier {
  const keys = keysOf(issuer, wait);
  return async (token, audience, now) => {
    // The tokens of strangers are no reason to ask our provider for keys.
    if (issuerOf(token) !== issuer)
      throw new WrongToken("The token was made by another identity provider than this registry's.");
    try {
      const { payload } = await jwtVerify(token, await keys(), {
        issuer,
        audience,
        algorithms,
        requiredClaims: ["sub", "exp"],
        clockTolerance: leeway,
        currentDate: new Date(now),
      });
      return payload;
    } catch (error) {
      const problem = problemOf(error);
      if (problem) throw problem;
      const reason = error instanceof Error ? error.message : String(error);
      log({ at: now, level: "error", event: "identity_provider_down", issuer, error: reason });
      throw new ProblemError(
        "identity-provider-down",
        "The identity provider does not answer, so nobody can be recognised. Try again in a moment.",
        {},
        { "retry-after": String(Math.ceil(wait.cooldown / 1000)) },
      );
    }
  };
}

function issuerOf(token: string): string {
  try {
    return decodeJwt(token).iss ?? "";
  } catch {
    throw new WrongToken("The token cannot be read. Sign in again.");
  }
}

/** What is wrong with a token, for its owner; nothing where it is not the token's fault. No word of the token is repeated. */
function problemOf(error: unknown): ProblemError | undefined {
  if (error instanceof ProviderDown || error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError))
    return undefined;
  if (error instanceof errors.JWTExpired) return unauthenticated("Your sign-in has expired. Sign in again.");
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === "aud")
      return unauthenticated("The token was not made for this registry. Sign in again, to this registry.");
    if (error.claim === "nbf")
      return unauthenticated("The token does not count yet. Look at the clock of this machine.");
    const claim = JSON.stringify(error.claim);
    return unauthenticated(`The token lacks ${claim}, or has it wrong. Ask whoever runs the identity provider.`);
  }
  // A plain JOSEError is the answer of a provider that is no set of keys.
  if (error.code === "ERR_JOSE_GENERIC" || error instanceof errors.JWKSInvalid) return undefined;
  return new WrongToken("The token is not signed as this registry's identity provider signs. Sign in again.");
}

function callerOf(claims: JWTPayload, settings: OidcSettings): Caller {
  const principal = claimAt(claims, settings.principalClaim);
  if (typeof principal !== "string" || !/^\P{Cc}{1,200}$/u.test(principal))
    throw unauthenticated("The token does not say who you are. Ask whoever runs the identity provider.");
  const said = claimAt(claims, settings.enterpriseClaim);
  const word = typeof said === "string" ? said : "";
  const { enterprises } = settings;
  const enterprise = enterprises ? (enterprises.get(word) ?? enterprises.get("*") ?? "") : word;
  if (!/^[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?$/.test(enterprise))
    throw unauthenticated("The token names no enterprise of this registry. Ask whoever runs the registry.");
  return {
    principal,
    enterprise,
    roles: rolesOf(claimAt(claims, settings.rolesClaim), settings.roles),
    scopes: [],
    tokenId: "",
    expiresAt: new Date((claims.exp ?? 0) * 1000).toISOString(),
  };
}

/** The roles that the provider's words stand for. Words that mean nothing here give nothing. */
function rolesOf(said: unknown, mapping: OidcSettings["roles"]): Role[] {
  const words = (Array.isArray(said) ? said : [said]).filter((word): word is string => typeof word === "string");
  const found = mapping ? [...words, "*"].map((word) => mapping.get(word)) : words;
  return knownRoles.filter((role) => found.includes(role));
}

/** What stands in a token under a name with dots: `realm_access.roles`. A name that has the dots itself comes first. */
function claimAt(claims: JWTPayload, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split(".").reduce<unknown>((value, part) => {
    const isObject = typeof value === "object" && value !== null && Object.hasOwn(value, part);
    return isObject ? (value as Record<string, unknown>)[part] : undefined;
  }, claims);
}
