import type { ReviewInfo, ReviewQuery } from "../../core/api/review-types.ts";
import type { Page } from "../../core/api/types.ts";
import { may } from "../../core/lifecycle/authority.ts";
import type { Caller, Context, Handler, Reply } from "../context.ts";
import { readPage } from "../page.ts";
import { canDecide, canSeeReview, isOwn, reviewInfo } from "../reviews.ts";
import type { Tx } from "../store/driver.ts";
import { listReviews, type ReviewRow } from "../store/reviews.ts";

export const handle: Handler<"listReviews"> = async ({ query, caller, url }, context) =>
  context.store.read((tx) => pageOfReviews(tx, { query, caller, url }, context));

/** A page of requests, of one connector or of all, as far as the caller may see them. */
export function pageOfReviews(
  tx: Tx,
  { query, caller, url }: { query: ReviewQuery; caller: Caller; url: string },
  context: Context,
  connector?: string,
): Promise<Reply<Page<ReviewInfo>>> {
  const { state = "pending", view } = query;
  const everywhere = may(caller, "read_review", { enterprise: "" }, context.policy) === "yes";
  const filter = {
    connector,
    enterprise: everywhere && view !== "mine" ? undefined : caller.enterprise,
    state: state === "any" ? undefined : state,
    requestedBy: view === "mine" ? caller.principal : undefined,
  };
  const wanted = (row: ReviewRow) =>
    view === "decide" ? canDecide(caller, row, context) : view !== "mine" || isOwn(caller, row);
  return readPage({
    query,
    question: [filter, view],
    url,
    read: (after, limit) => listReviews(tx, filter, after, limit),
    position: (row) => [row.requested_at, row.id],
    visible: (row) => canSeeReview(caller, row, context) && wanted(row),
    show: (rows) => rows.map((row) => reviewInfo(row, caller, context)),
  });
}
