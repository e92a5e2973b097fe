import type { Handler } from "../context.ts";
import { putPolicy } from "../policy.ts";

export const handle: Handler<"putPolicy"> = ({ params, caller, body: choice, ifMatch }, context) =>
  putPolicy({ caller, choice, ifMatch }, params.namespace, context);
