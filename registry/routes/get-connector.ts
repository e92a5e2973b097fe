import { visibleConnector } from "../authorise.ts";
import type { Handler } from "../context.ts";
import { connectorHeaders, connectorInfo } from "../views.ts";

export const handle: Handler<"getConnector"> = async ({ params, caller }, context) =>
  context.store.read(async (tx) => {
    const row = await visibleConnector(tx, caller, params, context);
    return { status: 200, body: await connectorInfo(tx, row, caller, context), headers: connectorHeaders(row) };
  });
