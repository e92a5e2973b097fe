/**
 * Who looks at a page. A browser keeps the token in a cookie that no script can read and no other site can send. Only the pages look at it,
 * and all that they change with it is whether a device may sign in, by a form of their own; the API takes tokens in the Authorization
 * header alone.
 */
import type { Caller } from "../context.ts";

/** Over https the name has the prefix that lets browsers keep it from being set by anybody else, or without encryption. */
function cookieName(secure: boolean): string {
  return secure ? "__Host-patchbay" : "patchbay";
}

/** The token of a request's cookie, if there is one. */
export function readCookie(header: string | undefined, secure: boolean): string | undefined {
  const name = cookieName(secure);
  for (const part of (header ?? "").split(";")) {
    const [key = "", value = ""] = part.trim().split(/=(.*)/s);
    if (key === name && isTokenText(value)) return value;
  }
  return undefined;
}

/** The header that keeps a token until the browser is closed, or forgets it. */
export function writeCookie(token: string | undefined, secure: boolean): string {
  const attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
  return `${cookieName(secure)}=${token ?? ""}; ${attributes}${token === undefined ? "; Max-Age=0" : ""}`;
}

/** Whether a text could be a token: what else it is goes into no header. */
export function isTokenText(text: string): boolean {
  return /^[\w.~+/=-]{1,3500}$/.test(text);
}

/**
 * Whether a form comes from a page of this registry. SameSite keeps other sites from using a visitor's cookie; this keeps them from
 * signing a visitor in or out.
 */
export function isOwnForm(headers: { get(name: string): string | null }): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const origin = headers.get("origin");
  // What is no browser sends neither, and has no cookie that could be misused.
  if (origin === null) return true;
  try {
    return new URL(origin).host === headers.get("host");
  } catch {
    return false;
  }
}

/** Whoever looks at a public catalogue without a token: a viewer of no enterprise, so that the table of authority answers for it, too. */
export const visitor: Caller = {
  principal: "visitor",
  enterprise: "",
  roles: ["viewer"],
  scopes: [],
  tokenId: "",
  expiresAt: null,
};
