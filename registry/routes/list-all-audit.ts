import { authorise } from "../authorise.ts";
import type { Handler } from "../context.ts";
import { readPage } from "../page.ts";
import { listAllAudit } from "../store/audit.ts";
import { auditEvent } from "../views.ts";

export const handle: Handler<"listAllAudit"> = async ({ query, caller, url }, context) => {
  authorise(caller, "audit_all", { enterprise: caller.enterprise }, context);
  const enterprise = caller.roles.includes("platform_admin") ? undefined : caller.enterprise;
  return context.store.read((tx) =>
    readPage({
      query,
      question: ["audit", enterprise],
      url,
      read: (after, limit) => listAllAudit(tx, enterprise, after ? [after[0], Number(after[1])] : ["", 0], limit),
      position: (row) => [row.chain, String(row.seq)],
      visible: () => true,
      show: (rows) => rows.map(auditEvent),
    }),
  );
};
