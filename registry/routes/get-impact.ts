import type { ChangeInfo } from "../../core/api/types.ts";
import { authorise, subjectOf } from "../authorise.ts";
import type { Handler } from "../context.ts";
import { impactOf } from "../impact.ts";
import { visibleVersion } from "../version-of.ts";
import { usageView } from "../views.ts";

export const handle: Handler<"getImpact"> = async ({ params, caller }, context) =>
  context.store.read(async (tx) => {
    const { connector, row } = await visibleVersion(tx, caller, params, context);
    authorise(caller, "usage_own", await subjectOf(tx, caller, connector), context);
    const body = await impactOf(tx, {
      connector: connector.id,
      version: row.version,
      baseline: row.baseline,
      changes: JSON.parse(row.changes) as ChangeInfo[],
      view: usageView(caller, connector, context),
      now: context.now(),
    });
    return { status: 200, body };
  });
