import { authorise, subjectOf, visibleConnector } from "../authorise.ts";
import type { Handler } from "../context.ts";
import { readPage } from "../page.ts";
import { listAudit } from "../store/audit.ts";
import { auditEvent } from "../views.ts";

export const handle: Handler<"listAudit"> = async ({ params, query, caller, url }, context) =>
  context.store.read(async (tx) => {
    const row = await visibleConnector(tx, caller, params, context);
    authorise(caller, "audit", await subjectOf(tx, caller, row), context);
    return readPage({
      query,
      question: row.id,
      url,
      read: (after, limit) => listAudit(tx, row.id, after ? Number(after[0]) : 0, limit),
      position: (event) => [String(event.seq), ""],
      visible: () => true,
      show: (events) => events.map(auditEvent),
    });
  });
