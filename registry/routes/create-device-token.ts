import type { CreatedToken } from "../../core/api/types.ts";
import type { Role } from "../../core/lifecycle/authority.ts";
import type { TokenScope } from "../../core/lifecycle/token-scopes.ts";
import { makeToken, tokenInfo, tokenRow } from "../authenticate.ts";
import type { Handler, Reply } from "../context.ts";
import { hashOfCode, isOver } from "../device.ts";
import { ProblemError } from "../problem.ts";
import { appendAudit, registryChain } from "../store/audit.ts";
import { type DeviceRow, deleteDevice, lockDevice, noteQuestion } from "../store/devices.ts";
import type { Tx } from "../store/driver.ts";
import { insertToken } from "../store/tokens.ts";

export const handle: Handler<"createDeviceToken"> = async ({ body }, context) => {
  const now = context.now();
  // What a refused question leaves behind has to be kept, so that the refusal is thrown after the transaction.
  const outcome = await context.store.write(async (tx): Promise<Reply<CreatedToken> | ProblemError> => {
    const row = await lockDevice(tx, hashOfCode(body.device_code));
    if (!row || isOver(row, now))
      return new ProblemError("expired-token", "The code has expired or was used already. Begin the sign-in again.");
    if (row.state === "pending") return tooEarly(tx, row, now);
    await deleteDevice(tx, row.device_hash);
    if (row.state === "denied") return new ProblemError("access-denied", "The sign-in was refused.");
    return takeToken(tx, row, now);
  });
  if (outcome instanceof ProblemError) throw outcome;
  return outcome;
};

async function tooEarly(tx: Tx, { device_hash, asked_at, wait_seconds, created_at }: DeviceRow, now: string) {
  const isFirst = asked_at === created_at;
  const tooSoon = !isFirst && Date.parse(now) - Date.parse(asked_at) < wait_seconds * 1000;
  const wait = tooSoon ? wait_seconds + 5 : wait_seconds;
  await noteQuestion(tx, device_hash, now, wait);
  return tooSoon
    ? new ProblemError("slow-down", `Ask every ${wait} seconds, not more often.`, { interval: wait })
    : new ProblemError("authorization-pending", "The code was not confirmed yet. Ask again in a moment.");
}

/** The token that the confirmation allows; the code is gone with it. */
async function takeToken(tx: Tx, row: DeviceRow, now: string): Promise<Reply<CreatedToken>> {
  const { client, principal, enterprise, roles, scopes, token_expires_at } = row;
  const token = makeToken();
  const created = tokenRow(token, now, {
    principal: principal ?? "",
    enterprise: enterprise ?? "",
    roles: JSON.parse(roles ?? "[]") as Role[],
    scopes: JSON.parse(scopes ?? "[]") as TokenScope[],
    createdBy: principal ?? "",
    expiresAt: token_expires_at ?? undefined,
  });
  await insertToken(tx, created);
  await appendAudit(tx, registryChain, {
    at: now,
    actor: `${principal}@${enterprise}`,
    action: "token.created",
    detail: { id: created.id, principal, enterprise, roles: JSON.parse(created.roles) as Role[], device: client },
  });
  return { status: 201, body: { ...tokenInfo(created), token }, headers: { "cache-control": "no-store" } };
}
