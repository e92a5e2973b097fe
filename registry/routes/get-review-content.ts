import type { Handler } from "../context.ts";
import { wireContent } from "../files.ts";
import { visibleReview } from "../reviews.ts";
import { readFiles } from "../store/files.ts";
import { filesOfReview } from "../store/reviews.ts";

export const handle: Handler<"getReviewContent"> = async ({ params, caller }, context) =>
  context.store.read(async (tx) => {
    const row = await visibleReview(tx, caller, params.id, context);
    const files = wireContent(await readFiles(tx, filesOfReview(row)));
    return { status: 200, body: { connector: row.connector_id, version: row.version, digest: row.digest, files } };
  });
