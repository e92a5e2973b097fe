import type { Handler } from "../context.ts";
import { ensureTransition, runLifecycle } from "../lifecycle.ts";

/** The columns of a connector that is not deprecated. */
export const noDeprecation = {
  deprecated_at: null,
  sunset_at: null,
  notice_at: null,
  deprecation_message: null,
  replacement: null,
};

export const handle: Handler<"deleteDeprecation"> = (request, context) =>
  runLifecycle(request, context, "deprecate", async (_tx, row, now) => ({
    columns: { state: ensureTransition(row, "undeprecate", { now }), ...noDeprecation },
    action: "connector.undeprecated",
    detail: {},
  }));
