import type { DeviceApproval } from "../../core/api/access-types.ts";
import type { Caller, Handler } from "../context.ts";
import { deviceInfo, deviceTokenDays, hashOfCode, isOver } from "../device.ts";
import { ProblemError } from "../problem.ts";
import { decideDevice, findDeviceByUserCode } from "../store/devices.ts";

export const handle: Handler<"putDeviceApproval"> = async ({ params: { user_code }, body, caller }, context) => {
  const now = context.now();
  const granted = grant(caller, body, now);
  return context.store.write(async (tx) => {
    const row = await findDeviceByUserCode(tx, hashOfCode(user_code));
    if (!row || isOver(row, now))
      throw new ProblemError("not-found", `Nothing waits with the code ${user_code}. Codes live for ten minutes.`);
    const decided = { ...row, ...granted };
    if (!(await decideDevice(tx, decided)))
      throw new ProblemError("invalid-state", `The code ${user_code} was decided already. Begin the sign-in again.`);
    return { status: 200, body: deviceInfo(user_code, decided) };
  });
};

/** The rights of whoever confirms, or a part of them, and no longer than their own sign-in lasts. */
function grant(
  caller: Caller,
  { decision, roles = [...caller.roles], scopes = [...caller.scopes] }: DeviceApproval,
  now: string,
) {
  if (decision === "deny")
    return {
      state: "denied",
      principal: null,
      enterprise: null,
      roles: null,
      scopes: null,
      token_expires_at: null,
    } as const;
  const beyond =
    roles.find((role) => !caller.roles.includes(role)) ??
    (scopes.includes("usage:write") && !caller.scopes.includes("usage:write") ? "usage:write" : undefined);
  if (beyond)
    throw new ProblemError("forbidden", `You cannot give ${beyond} to a device, because you do not have it yourself.`);
  const latest = Date.parse(now) + deviceTokenDays * 86_400_000;
  const end = caller.expiresAt === null ? latest : Math.min(latest, Date.parse(caller.expiresAt));
  return {
    state: "approved",
    principal: caller.principal,
    enterprise: caller.enterprise,
    roles: JSON.stringify(roles),
    scopes: JSON.stringify(scopes),
    token_expires_at: new Date(end).toISOString(),
  } as const;
}
