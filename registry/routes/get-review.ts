import type { Handler } from "../context.ts";
import { reviewDetail, visibleReview } from "../reviews.ts";
import { etagOf } from "../views.ts";

export const handle: Handler<"getReview"> = async ({ params, caller }, context) =>
  context.store.read(async (tx) => {
    const row = await visibleReview(tx, caller, params.id, context);
    return { status: 200, body: await reviewDetail(tx, row, caller, context), headers: { etag: etagOf(row) } };
  });
