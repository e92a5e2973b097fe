import { authorise } from "../authorise.ts";
import type { Handler } from "../context.ts";
import { audiencesOf } from "../notices.ts";
import { ProblemError } from "../problem.ts";
import { findNotice, markRead } from "../store/notices.ts";

export const handle: Handler<"putNoticeRead"> = async ({ params: { id }, caller }, context) => {
  authorise(caller, "read_notices", { enterprise: caller.enterprise }, context);
  return context.store.write(async (tx) => {
    const row = await findNotice(tx, id);
    if (!row || !audiencesOf(caller).includes(row.audience))
      throw new ProblemError("not-found", `There is no notice ${id}, or this token may not see it.`);
    await markRead(tx, id, context.now());
    return { status: 204, body: undefined };
  });
};
