import { visibleConnector } from "../authorise.ts";
import type { Handler } from "../context.ts";
import { listVersions } from "../store/versions.ts";
import { versionSummary } from "../views.ts";

export const handle: Handler<"listVersions"> = async ({ params, caller }, context) =>
  context.store.read(async (tx) => {
    const row = await visibleConnector(tx, caller, params, context);
    return { status: 200, body: { items: (await listVersions(tx, row.id)).map(versionSummary) } };
  });
