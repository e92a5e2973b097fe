import type { Handler } from "../context.ts";
import { policyInfo } from "../policy.ts";
import { wholeRegistry } from "../store/policies.ts";

export const handle: Handler<"getRegistryPolicy"> = async (_, context) => {
  const body = await context.store.read((tx) => policyInfo(tx, wholeRegistry));
  return { status: 200, body, headers: { etag: body.etag } };
};
