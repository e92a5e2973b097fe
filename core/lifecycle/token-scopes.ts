/**
 * Words that say more of a token than its roles. `usage:write` adds a right that no role has: only the platform's own services report
 * usage. `read` and `publish` limit a token to less than its roles; `core/api/scopes.ts` says to what.
 */
export const tokenScopes = ["usage:write", "read", "publish"] as const;
export type TokenScope = (typeof tokenScopes)[number];
