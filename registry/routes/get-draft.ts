import type { Handler } from "../context.ts";
import { draftInfo, visibleDraft } from "../drafts.ts";
import { wireContent } from "../files.ts";
import { findConnector } from "../store/connectors.ts";
import { filesOfDraft } from "../store/drafts.ts";
import { readFiles } from "../store/files.ts";
import { etagOf } from "../views.ts";

export const handle: Handler<"getDraft"> = async ({ params, query, caller }, context) =>
  context.store.read(async (tx) => {
    const row = await visibleDraft(tx, caller, params, query.principal, context);
    const files = await readFiles(tx, filesOfDraft(row));
    const connector = await findConnector(tx, row.connector_id);
    const info = await draftInfo(tx, row, files, connector, context.now());
    return { status: 200, body: { ...info, content: wireContent(files) }, headers: { etag: etagOf(row) } };
  });
