/** Codes of devices that want to sign in. Both codes of a row are hashes. */
import type { Tx, Value } from "./driver.ts";

export interface DeviceRow {
  device_hash: string;
  user_hash: string;
  client: string;
  state: "pending" | "approved" | "denied";
  created_at: string;
  expires_at: string;
  /** Seconds that have to lie between two questions of the device. */
  wait_seconds: number;
  asked_at: string;
  /** Whose rights the token will have; null until it is confirmed. */
  principal: string | null;
  enterprise: string | null;
  roles: string | null;
  scopes: string | null;
  token_expires_at: string | null;
}

/** Inserts a code; nothing happens where another one has the same short code. */
export async function insertDevice(tx: Tx, row: DeviceRow): Promise<boolean> {
  const names = Object.keys(row);
  const changed = await tx.run(
    `insert into device_code (${names.join(", ")}) values (${names.map(() => "?").join(", ")})
     on conflict (user_hash) do nothing`,
    ...(Object.values(row) as Value[]),
  );
  return changed === 1;
}

export function findDeviceByUserCode(tx: Tx, userHash: string): Promise<DeviceRow | undefined> {
  return tx.get<DeviceRow>("select * from device_code where user_hash = ?", userHash);
}

/** Notes that a device has asked, which on a database with many writers locks its row. */
export function lockDevice(tx: Tx, deviceHash: string): Promise<DeviceRow | undefined> {
  return tx.get<DeviceRow>("update device_code set state = state where device_hash = ? returning *", deviceHash);
}

export async function noteQuestion(tx: Tx, deviceHash: string, now: string, wait: number): Promise<void> {
  await tx.run("update device_code set asked_at = ?, wait_seconds = ? where device_hash = ?", now, wait, deviceHash);
}

/** Ends the waiting of a code, if nobody else has. */
export async function decideDevice(
  tx: Tx,
  row: Pick<DeviceRow, "user_hash" | "state" | "principal" | "enterprise" | "roles" | "scopes" | "token_expires_at">,
): Promise<boolean> {
  const changed = await tx.run(
    `update device_code set state = ?, principal = ?, enterprise = ?, roles = ?, scopes = ?, token_expires_at = ?
     where user_hash = ? and state = 'pending'`,
    row.state,
    row.principal,
    row.enterprise,
    row.roles,
    row.scopes,
    row.token_expires_at,
    row.user_hash,
  );
  return changed === 1;
}

export async function deleteDevice(tx: Tx, deviceHash: string): Promise<void> {
  await tx.run("delete from device_code where device_hash = ?", deviceHash);
}

/** Forgets codes that nobody can use any more. */
export function forgetDevices(tx: Tx, before: string): Promise<number> {
  return tx.run("delete from device_code where expires_at < ?", before);
}
