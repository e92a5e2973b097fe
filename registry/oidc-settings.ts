/** Which identity provider the registry trusts, and what its tokens say, as an operator writes it. */
import { isSafeAddress } from "../core/api/sign-in.ts";
import { type Role, roles } from "../core/lifecycle/authority.ts";

export interface OidcSettings {
  /** Exactly as its tokens have it in `iss`. */
  readonly issuer: string;
  /** What its tokens for this registry have in `aud`. */
  readonly audience: string;
  /** The public client as which editors and command lines sign in; without it they take a token. */
  readonly clientId: string | null;
  readonly scope: string;
  /** Where in a token something stands: names, with dots for what lies deeper. */
  readonly principalClaim: string;
  readonly rolesClaim: string;
  readonly enterpriseClaim: string;
  /** From words of the provider to ours; where there are none, the words are the same. `*` stands for everybody. */
  readonly roles: ReadonlyMap<string, Role> | undefined;
  readonly enterprises: ReadonlyMap<string, string> | undefined;
}

/** Build jobs that may publish: whose tokens, about whom, and for which enterprise. */
export interface TrustedPublisher {
  readonly issuer: string;
  /** `*` stands for anything but a colon. */
  readonly subject: string;
  readonly enterprise: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Reads the settings of the identity provider; nothing where there is none, a sentence where they cannot be used. */
export function readOidc(env: Env): OidcSettings | undefined | string {
  const issuer = env.PATCHBAY_OIDC_ISSUER?.trim();
  if (!issuer) return undefined;
  const wrong = addressProblem(issuer);
  if (wrong) return `PATCHBAY_OIDC_ISSUER ${wrong}`;
  const audience = env.PATCHBAY_OIDC_AUDIENCE?.trim();
  if (!audience)
    return "PATCHBAY_OIDC_AUDIENCE is missing. Without it the registry would take tokens that were made for others.";
  const roleWords = readMapping(env.PATCHBAY_OIDC_ROLES);
  const strange = [...(roleWords?.values() ?? [])].find((role) => !isRole(role));
  if (strange !== undefined)
    return `PATCHBAY_OIDC_ROLES names ${JSON.stringify(strange)}; known are ${roles.join(", ")}.`;
  return {
    issuer,
    audience,
    clientId: env.PATCHBAY_OIDC_CLIENT_ID?.trim() || null,
    scope: env.PATCHBAY_OIDC_SCOPE?.trim() || "openid offline_access",
    principalClaim: env.PATCHBAY_OIDC_PRINCIPAL_CLAIM?.trim() || "sub",
    rolesClaim: env.PATCHBAY_OIDC_ROLES_CLAIM?.trim() || "roles",
    enterpriseClaim: env.PATCHBAY_OIDC_ENTERPRISE_CLAIM?.trim() || "enterprise",
    roles: roleWords as ReadonlyMap<string, Role> | undefined,
    enterprises: readMapping(env.PATCHBAY_OIDC_ENTERPRISES),
  };
}

/** Reads `ISSUER SUBJECT ENTERPRISE`, one a line or with `;` between them; a sentence where that cannot be done. */
export function readPublishers(text: string | undefined): readonly TrustedPublisher[] | string {
  const lines = (text ?? "").split(/[;\n]/).map((line) => line.trim());
  const publishers: TrustedPublisher[] = [];
  for (const line of lines.filter(Boolean)) {
    const [issuer = "", subject, enterprise, ...more] = line.split(/\s+/);
    if (!subject || !enterprise || more.length > 0)
      return `PATCHBAY_TRUSTED_PUBLISHERS cannot be read at ${JSON.stringify(line)}. Write ISSUER SUBJECT ENTERPRISE.`;
    const wrong = addressProblem(issuer);
    if (wrong) return `PATCHBAY_TRUSTED_PUBLISHERS: ${issuer} ${wrong}`;
    if (/^\**$/.test(subject)) return "PATCHBAY_TRUSTED_PUBLISHERS would trust everybody. Name a subject.";
    publishers.push({ issuer, subject, enterprise });
  }
  return publishers;
}

/** Whether a subject fits a pattern. */
export function fitsSubject(pattern: string, subject: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^:]*")}$`).test(subject);
}

function isRole(word: string): word is Role {
  return (roles as readonly string[]).includes(word);
}

/** `theirs=ours,theirs=ours`; what is theirs may have an equals sign. */
function readMapping(text: string | undefined): ReadonlyMap<string, string> | undefined {
  if (!text?.trim()) return undefined;
  return new Map(
    text.split(",").map((pair) => {
      const at = pair.lastIndexOf("=");
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
}

/** Keys that travel in the clear could be anybody's. */
function addressProblem(text: string): string | undefined {
  return isSafeAddress(text) ? undefined : "is no address of an identity provider. Give one that begins with https://.";
}
