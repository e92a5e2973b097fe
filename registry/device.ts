/** Codes with which a device signs in (RFC 8628): a long one that it keeps, and a short one for whoever confirms it. */
import { randomBytes, randomInt } from "node:crypto";
import type { DeviceCodeInfo } from "../core/api/access-types.ts";
import { sha256 } from "./hash.ts";
import type { DeviceRow } from "./store/devices.ts";

/** Seconds for which a code can be confirmed, and that lie between two questions of the device. */
export const codeSeconds = 600;
export const firstWait = 5;
/** A token from a device lives this long, unless the sign-in of whoever confirmed it ends earlier. */
export const deviceTokenDays = 30;

/** No vowels, so that no words come about, and nothing that looks like a digit. */
const letters = "BCDFGHJKLMNPQRSTVWXZ";

export function makeCodes(): { deviceCode: string; userCode: string } {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return { deviceCode: randomBytes(32).toString("base64url"), userCode: `${group()}-${group()}` };
}

/** What the store keeps of a code. The long ones cannot be guessed; the short ones are worth nothing after ten minutes. */
export function hashOfCode(code: string): string {
  return sha256(`device ${code}`);
}

export function isOver({ expires_at }: DeviceRow, now: string): boolean {
  return Date.parse(expires_at) <= Date.parse(now);
}

export function deviceInfo(userCode: string, row: DeviceRow): DeviceCodeInfo {
  const { client, state, created_at, expires_at } = row;
  return { user_code: userCode, client, state, created_at, expires_at };
}
