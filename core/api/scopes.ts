/**
 * What the scopes of a token let it do. `usage:write` adds a right that no role has; `read` and `publish` limit a token to less than
 * its roles. A token with several scopes may do what any of them allows, and what its roles allow of that.
 */
import { type RouteName, routes } from "./routes.ts";
import type { TokenScope } from "./types.ts";

const limiting: readonly TokenScope[] = ["read", "publish"];

/** What a build job needs: who it is, what is published, and publishing. */
const forPublishing: ReadonlySet<RouteName> = new Set<RouteName>([
  "getWhoami",
  "getConnector",
  "listVersions",
  "getVersion",
  "getContent",
  "getVerdict",
  "putVersion",
]);

/** Whether the scopes of a token let a route be called at all; the roles decide afterwards. */
export function scopesAllow(scopes: readonly TokenScope[], name: RouteName): boolean {
  const { access, method } = routes[name];
  if (access === "public") return true;
  if (access === "usage:write") return scopes.includes("usage:write");
  if (!scopes.some((scope) => limiting.includes(scope))) return true;
  return (scopes.includes("read") && method === "GET") || (scopes.includes("publish") && forPublishing.has(name));
}
