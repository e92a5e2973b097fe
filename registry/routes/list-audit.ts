import { limits } from "../../core/api/schemas.ts";
import { authorise, subjectOf, visibleConnector } from "../authorise.ts";
import type { Handler } from "../context.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { listAudit } from "../store/audit.ts";

export const handle: Handler<"listAudit"> = async ({ params, query, caller, url }, context) =>
  context.store.read(async (tx) => {
    const row = await visibleConnector(tx, caller, params, context);
    authorise(caller, "audit", await subjectOf(tx, caller, row), context);
    const limit = query.limit ?? limits.default_page;
    const after = query.cursor === undefined ? 0 : Number(readCursor(query.cursor, row.id)[0]);
    const rows = await listAudit(tx, row.id, after, limit + 1);
    const items = rows.slice(0, limit).map(({ seq, at, actor, action, detail, prev_hash, hash }) => ({
      seq,
      at,
      actor,
      action,
      detail: JSON.parse(detail) as Record<string, unknown>,
      prev_hash,
      hash,
    }));
    const last = items.at(-1);
    const next = rows.length > limit && last ? writeCursor([String(last.seq), ""], row.id) : null;
    const link = next && `<${url.split("?")[0]}?limit=${limit}&cursor=${next}>; rel="next"`;
    return { status: 200, body: { items, next_cursor: next }, ...(link && { headers: { link } }) };
  });
