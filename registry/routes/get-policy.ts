import { authorise } from "../authorise.ts";
import type { Handler } from "../context.ts";
import { policyInfo } from "../policy.ts";

export const handle: Handler<"getPolicy"> = async ({ params, caller }, context) => {
  authorise(caller, "read_policy", { enterprise: params.namespace }, context);
  const body = await context.store.read((tx) => policyInfo(tx, params.namespace));
  return { status: 200, body, headers: { etag: body.etag } };
};
