import type { Caller, Handler } from "../context.ts";
import { recordEvent } from "../lifecycle.ts";
import { ProblemError } from "../problem.ts";
import { checkPromotion } from "../promotion.ts";
import { checkPublication, type Publication, writePublication } from "../publication.ts";
import { endReview } from "../reviews.ts";
import { type ConnectorRow, lockConnector, updateConnector } from "../store/connectors.ts";
import type { Tx } from "../store/driver.ts";
import { readFiles } from "../store/files.ts";
import { filesOfReview, type ReviewRow } from "../store/reviews.ts";
import { findVersion } from "../store/versions.ts";
import { versionExists } from "../version-gate.ts";

export const handle: Handler<"putReviewDecision"> = (request, context) =>
  endReview(request, context, "decide", async (tx, review, connector, now) => {
    const { decision, reason = "" } = request.body;
    if (decision === "reject" && reason.trim() === "")
      throw new ProblemError("invalid-request", "Say why it is rejected, so that its author knows what to do.", {
        errors: [{ pointer: "/reason", detail: "is missing" }],
      });
    if (decision === "approve") {
      const fulfil = review.kind === "promotion" ? promote : publish;
      await fulfil(tx, request.caller, review, connector && (await lockConnector(tx, connector.id, now)), now);
    }
    return { state: decision === "approve" ? "approved" : "rejected", reason: reason.trim() || null };
  });

/** Publishes what was asked for. Time has passed since, so it is judged as if it were sent now. */
async function publish(
  tx: Tx,
  caller: Caller,
  review: ReviewRow,
  locked: ConnectorRow | undefined,
  now: string,
): Promise<void> {
  const [namespace = "", slug = ""] = review.connector_id.split("/");
  const { id, version, scope, notes, migration_guide: guide, requested_by: author } = review;
  if (locked && (await findVersion(tx, locked.id, version))) throw versionExists(locked, version);
  const files = await readFiles(tx, filesOfReview(review));
  const publication: Publication = { namespace, slug, version, files, scope, notes, guide, author };
  const checked = await checkPublication(tx, publication, locked, now);
  await writePublication(tx, caller, publication, checked, locked, now, { review: id, requested_by: author });
}

async function promote(
  tx: Tx,
  caller: Caller,
  { id, connector_id, version, requested_by }: ReviewRow,
  locked: ConnectorRow | undefined,
  now: string,
): Promise<void> {
  if (!locked) throw new Error(`connector ${connector_id} vanished`);
  // What was looked at is what becomes global, and not what came after it.
  if (locked.latest_version !== version)
    throw new ProblemError(
      "invalid-state",
      `The request is about ${version}, and ${locked.latest_version} was published since. Reject it, and let the promotion be asked for again.`,
    );
  const { state } = await checkPromotion(tx, locked, now);
  const after = await updateConnector(tx, locked.id, { state, scope: "global" });
  await recordEvent(tx, caller, now, after, "connector.promoted", { version, review: id, requested_by });
}
