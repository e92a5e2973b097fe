import type { Handler } from "../context.ts";
import { ensurePublishable, judge } from "../judge.ts";
import { ensureTransition, runLifecycle } from "../lifecycle.ts";
import { ensureGlobalSlugFree } from "../publish.ts";
import { readFiles } from "../store/versions.ts";

export const handle: Handler<"createPromotion"> = (request, context) =>
  runLifecycle(request, context, "promote", async (tx, row, now) => {
    const state = ensureTransition(row, "promote", { now, scope: row.scope });
    await ensureGlobalSlugFree(tx, row.slug, row.id);
    // The global catalogue asks for more than one enterprise does.
    const files = await readFiles(tx, row.id, row.latest_version);
    // Its release notes were asked for when it was published.
    const { findings } = judge(files, undefined, { today: now.slice(0, 10), scope: "global", notesGiven: true });
    ensurePublishable(findings, " in the global catalogue");
    const { reason } = request.body;
    return {
      columns: { state, scope: "global" },
      action: "connector.promoted",
      detail: { version: row.latest_version, ...(reason !== undefined && { reason }) },
    };
  });
