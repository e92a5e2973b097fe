import type { Handler } from "../context.ts";
import { deviceInfo, hashOfCode, isOver } from "../device.ts";
import { ProblemError } from "../problem.ts";
import { findDeviceByUserCode } from "../store/devices.ts";

export const handle: Handler<"getDeviceCode"> = async ({ params: { user_code } }, context) => {
  const row = await context.store.read((tx) => findDeviceByUserCode(tx, hashOfCode(user_code)));
  if (!row || isOver(row, context.now()))
    throw new ProblemError("not-found", `Nothing waits with the code ${user_code}. Codes live for ten minutes.`);
  return { status: 200, body: deviceInfo(user_code, row) };
};
