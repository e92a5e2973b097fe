import { canSee, notVisible } from "../authorise.ts";
import type { Handler } from "../context.ts";
import { canSeeReview } from "../reviews.ts";
import { findConnector } from "../store/connectors.ts";
import { listReviews } from "../store/reviews.ts";
import { pageOfReviews } from "./list-reviews.ts";

export const handle: Handler<"listConnectorReviews"> = async ({ params, query, caller, url }, context) =>
  context.store.read(async (tx) => {
    const id = `${params.namespace}/${params.slug}`;
    const connector = await findConnector(tx, id);
    // Of a connector that was never published, those who see a request know that there is something.
    const isKnown = connector
      ? await canSee(tx, caller, connector, context)
      : (await listReviews(tx, { connector: id }, undefined, 100)).some((row) => canSeeReview(caller, row, context));
    if (!isKnown) throw notVisible(id);
    return pageOfReviews(tx, { query, caller, url }, context, id);
  });
