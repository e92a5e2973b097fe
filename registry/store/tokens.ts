/** Tokens and enterprises. Of a token only a hash is stored, and the first characters for recognising it. */
import type { Tx } from "./driver.ts";

export interface TokenRow {
  id: string;
  prefix: string;
  sha256: string;
  principal: string;
  enterprise: string;
  roles: string;
  scopes: string;
  created_at: string;
  created_by: string;
  expires_at: string | null;
  revoked_at: string | null;
  last_used_on: string | null;
}

export function findToken(tx: Tx, id: string): Promise<TokenRow | undefined> {
  return tx.get<TokenRow>("select * from api_token where id = ?", id);
}

export function findTokenByPrefix(tx: Tx, prefix: string): Promise<TokenRow | undefined> {
  return tx.get<TokenRow>("select * from api_token where prefix = ?", prefix);
}

/** The tokens of one enterprise, or all. */
export function listTokens(tx: Tx, enterprise: string | undefined): Promise<TokenRow[]> {
  if (enterprise === undefined) return tx.all<TokenRow>("select * from api_token order by created_at, id");
  return tx.all<TokenRow>("select * from api_token where enterprise = ? order by created_at, id", enterprise);
}

/** An enterprise comes about with whoever signs in for it first. */
export async function ensureEnterprise(tx: Tx, id: string, now: string): Promise<void> {
  await tx.run("insert into enterprise (id, created_at) values (?, ?) on conflict (id) do nothing", id, now);
}

/** Notes the day on which a token was used; an earlier day than the known one changes nothing. */
export async function markUsed(tx: Tx, id: string, day: string): Promise<void> {
  await tx.run(
    "update api_token set last_used_on = ? where id = ? and (last_used_on is null or last_used_on < ?)",
    day,
    id,
    day,
  );
}

export async function insertToken(tx: Tx, row: TokenRow): Promise<void> {
  await ensureEnterprise(tx, row.enterprise, row.created_at);
  await tx.run(
    `insert into api_token (id, prefix, sha256, principal, enterprise, roles, scopes, created_at, created_by, expires_at, revoked_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.prefix,
    row.sha256,
    row.principal,
    row.enterprise,
    row.roles,
    row.scopes,
    row.created_at,
    row.created_by,
    row.expires_at,
    row.revoked_at,
  );
}

export async function revokeToken(tx: Tx, id: string, now: string): Promise<void> {
  await tx.run("update api_token set revoked_at = ? where id = ? and revoked_at is null", now, id);
}

export async function enterpriseExists(tx: Tx, id: string): Promise<boolean> {
  return (await tx.get("select id from enterprise where id = ?", id)) !== undefined;
}
