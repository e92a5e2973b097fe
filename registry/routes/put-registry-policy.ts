import type { Handler } from "../context.ts";
import { putPolicy } from "../policy.ts";
import { wholeRegistry } from "../store/policies.ts";

export const handle: Handler<"putRegistryPolicy"> = ({ caller, body: choice, ifMatch }, context) =>
  putPolicy({ caller, choice, ifMatch }, wholeRegistry, context);
