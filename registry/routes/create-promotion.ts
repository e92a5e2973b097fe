import type { Handler } from "../context.ts";
import { runLifecycle } from "../lifecycle.ts";
import { ensureNoReviewNeeded, policyFor } from "../policy.ts";
import { checkPromotion } from "../promotion.ts";

export const handle: Handler<"createPromotion"> = (request, context) =>
  runLifecycle(request, context, "promote", async (tx, row, now) => {
    ensureNoReviewNeeded(await policyFor(tx, row.enterprise, "global"), "promotion");
    const { state } = await checkPromotion(tx, row, now);
    const { reason } = request.body;
    return {
      columns: { state, scope: "global" },
      action: "connector.promoted",
      detail: { version: row.latest_version, ...(reason !== undefined && { reason }) },
    };
  });
