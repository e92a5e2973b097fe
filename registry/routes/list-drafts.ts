import type { Handler } from "../context.ts";
import { readPage } from "../page.ts";
import { listDrafts } from "../store/drafts.ts";
import { etagOf } from "../views.ts";

export const handle: Handler<"listDrafts"> = async ({ query, caller, url }, context) => {
  const { enterprise, principal } = caller;
  return context.store.read((tx) =>
    readPage({
      query,
      question: [enterprise, principal],
      url,
      read: (after, limit) => listDrafts(tx, { enterprise, principal }, after, limit),
      position: ({ updated_at, id }) => [updated_at, id],
      visible: () => true,
      show: (rows) =>
        rows.map((row) => ({
          connector: row.connector_id,
          scope: row.scope,
          digest: row.digest,
          size: row.size,
          created_at: row.created_at,
          updated_at: row.updated_at,
          etag: etagOf(row),
        })),
    }),
  );
};
