import { authorise, subjectOf } from "../authorise.ts";
import type { Handler } from "../context.ts";
import { ensureTransition, runLifecycle } from "../lifecycle.ts";
import { listUsers } from "../store/usage.ts";
import { deprecationOf } from "../views.ts";
import { noDeprecation } from "./delete-deprecation.ts";

export const handle: Handler<"putPublication"> = (request, context) =>
  runLifecycle(request, context, "unpublish", async (tx, row, now) => {
    const { force = false, reason = "", confirm = "" } = request.body;
    if (force) authorise(request.caller, "override_unpublish", await subjectOf(tx, request.caller, row), context);
    const users = await listUsers(tx, row.id, undefined);
    const earliest = deprecationOf(row)?.earliest_unpublish_at;
    const state = ensureTransition(row, "unpublish", {
      now,
      inUseBy: users.length,
      ...(earliest !== undefined && { earliestUnpublishAt: earliest }),
      ...(force && { override: { reason, slugTyped: confirm === row.slug } }),
    });
    return {
      columns: { state, ...noDeprecation },
      action: "connector.unpublished",
      detail: { enterprises: users.length, forced: force, ...(reason !== "" && { reason }) },
    };
  });
