import type { Handler } from "../context.ts";
import { endReview } from "../reviews.ts";

export const handle: Handler<"deleteReview"> = (request, context) =>
  endReview(request, context, "withdraw", async () => ({ state: "withdrawn", reason: null }));
