import { visibleConnector } from "../authorise.ts";
import type { Handler } from "../context.ts";
import { ensureTransition, runLifecycle } from "../lifecycle.ts";
import { ProblemError } from "../problem.ts";

export const handle: Handler<"putDeprecation"> = (request, context) =>
  runLifecycle(request, context, "deprecate", async (tx, row, now) => {
    const { message, replacement } = request.body;
    const time = new Date(request.body.sunset_at);
    if (Number.isNaN(time.getTime()))
      throw new ProblemError("invalid-request", `${request.body.sunset_at} is no day of the calendar.`, {
        errors: [{ pointer: "/sunset_at", detail: "is no day of the calendar" }],
      });
    const sunsetAt = time.toISOString();
    const again = row.state === "deprecated";
    const to = ensureTransition(
      row,
      again ? "extend" : "deprecate",
      again ? { now, sunsetAt, currentSunsetAt: row.sunset_at! } : { now, sunsetAt },
    );
    if (replacement === row.id) throw new ProblemError("invalid-request", "A connector cannot replace itself.");
    if (replacement !== undefined) {
      const [namespace = "", slug = ""] = replacement.split("/");
      await visibleConnector(tx, request.caller, { namespace, slug }, context);
    }
    return {
      columns: {
        state: to,
        sunset_at: sunsetAt,
        // The notice runs from the first announcement: wording it anew does not start it again.
        deprecated_at: again ? row.deprecated_at : now,
        notice_at: again ? row.notice_at : now,
        deprecation_message: message,
        replacement: replacement ?? null,
      },
      action: "connector.deprecated",
      detail: { sunset_at: sunsetAt, message, replacement: replacement ?? null },
    };
  });
