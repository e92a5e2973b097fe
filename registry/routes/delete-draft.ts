import type { Handler } from "../context.ts";
import { lockOwnDraft } from "../drafts.ts";
import { ProblemError } from "../problem.ts";
import { deleteDraft } from "../store/drafts.ts";

export const handle: Handler<"deleteDraft"> = async (request, context) =>
  context.store.write(async (tx) => {
    const { row } = await lockOwnDraft(tx, request, context);
    const { namespace, slug } = request.params;
    if (!row)
      throw new ProblemError("not-found", `There is no draft of ${namespace}/${slug}, or this token may not see it.`);
    await deleteDraft(tx, row);
    return { status: 204, body: undefined };
  });
