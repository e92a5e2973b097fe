import type { Handler } from "../context.ts";
import { deleteConnection } from "../store/usage.ts";

export const handle: Handler<"deleteConnection"> = async ({ params }, context) => {
  // One that is not there any more was deleted by the same request before.
  await context.store.write((tx) => deleteConnection(tx, params.namespace, params.id));
  return { status: 204, body: undefined };
};
