import type { Handler } from "../context.ts";
import { codeSeconds, firstWait, hashOfCode, makeCodes } from "../device.ts";
import { forgetDevices, insertDevice } from "../store/devices.ts";

/** Two short codes are the same once in twenty-five thousand million times, so that more tries than these mean something else. */
const TRIES = 5;

export const handle: Handler<"createDeviceCode"> = async ({ body }, context) => {
  const now = context.now();
  const expires = new Date(Date.parse(now) + codeSeconds * 1000).toISOString();
  return context.store.write(async (tx) => {
    await forgetDevices(tx, now);
    for (let i = 0; i < TRIES; i++) {
      const { deviceCode, userCode } = makeCodes();
      const isNew = await insertDevice(tx, {
        device_hash: hashOfCode(deviceCode),
        user_hash: hashOfCode(userCode),
        client: body.client,
        state: "pending",
        created_at: now,
        expires_at: expires,
        wait_seconds: firstWait,
        asked_at: now,
        principal: null,
        enterprise: null,
        roles: null,
        scopes: null,
        token_expires_at: null,
      });
      if (!isNew) continue;
      const uri = `${context.publicUrl()}/device`;
      return {
        status: 201,
        body: {
          device_code: deviceCode,
          user_code: userCode,
          verification_uri: uri,
          verification_uri_complete: `${uri}?code=${userCode}`,
          expires_in: codeSeconds,
          interval: firstWait,
        },
        headers: { "cache-control": "no-store" },
      };
    }
    throw new Error("no short code was free");
  });
};
