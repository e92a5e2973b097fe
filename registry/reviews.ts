/** What the routes of requests share: who sees them, how they look, and how one is ended. */
import type { ReviewDetail, ReviewInfo } from "../core/api/review-types.ts";
import { type Action, may, type Subject } from "../core/lifecycle/authority.ts";
import { authorise } from "./authorise.ts";
import type { Caller, Context, Reply } from "./context.ts";
import { impactOf } from "./impact.ts";
import { ensureMatch, recordEvent } from "./lifecycle.ts";
import { ProblemError } from "./problem.ts";
import { type ConnectorRow, findConnector, holdConnector } from "./store/connectors.ts";
import type { Tx } from "./store/driver.ts";
import { listFiles } from "./store/files.ts";
import { closeReview, filesOfReview, findReview, lockReview, type ReviewRow } from "./store/reviews.ts";
import { etagOf, usageView, versionVerdict } from "./views.ts";

/** A request as the table of authority sees it: made by who asks. */
function subjectOf({ enterprise, requested_by, scope }: ReviewRow): Subject {
  return { enterprise, createdBy: requested_by, scope };
}

function can(caller: Caller, action: Action, row: ReviewRow, context: Context): boolean {
  return may(caller, action, subjectOf(row), context.policy) === "yes";
}

/** Whether a caller may see a request. */
export function canSeeReview(caller: Caller, row: ReviewRow, context: Context): boolean {
  return can(caller, "read_review", row, context);
}

/** Whether a request waits for this caller. */
export function canDecide(caller: Caller, row: ReviewRow, context: Context): boolean {
  return row.state === "pending" && can(caller, "decide", row, context);
}

/** Whether this caller has asked for it. Names of people are known within their enterprise only. */
export function isOwn(caller: Caller, row: ReviewRow): boolean {
  return row.requested_by === caller.principal && row.enterprise === caller.enterprise;
}

/** The request that an address names, if the caller may see it. */
export async function visibleReview(tx: Tx, caller: Caller, id: string, context: Context): Promise<ReviewRow> {
  const row = await findReview(tx, id);
  if (!row || !canSeeReview(caller, row, context))
    throw new ProblemError("not-found", `There is no request ${id}, or this token may not see it.`);
  return row;
}

export function reviewInfo(row: ReviewRow, caller: Caller, context: Context): ReviewInfo {
  const { changes, ...findings } = JSON.parse(row.counts) as ReviewInfo["findings"] & { changes: number };
  const { id, name, kind, state, scope, version, message, digest, size, bump, required_bump } = row;
  return {
    ...{ id, connector: row.connector_id, name, kind, state, scope, version, message },
    ...{ digest, size, bump, required_bump, findings, changes },
    requested_by: row.requested_by,
    requested_at: row.requested_at,
    decided_by: row.decided_by,
    decided_at: row.decided_at,
    reason: row.reason,
    may_decide: canDecide(caller, row, context),
    may_withdraw: state === "pending" && can(caller, "withdraw", row, context),
    etag: etagOf(row),
  };
}

export async function reviewDetail(tx: Tx, row: ReviewRow, caller: Caller, context: Context): Promise<ReviewDetail> {
  const connector = await findConnector(tx, row.connector_id);
  const verdict = versionVerdict(row);
  return {
    ...reviewInfo(row, caller, context),
    notes: row.notes,
    migration_guide: row.migration_guide,
    files: await listFiles(tx, filesOfReview(row)),
    verdict,
    impact: connector
      ? await impactOf(tx, {
          connector: connector.id,
          version: row.version,
          baseline: row.baseline,
          changes: verdict.changes,
          view: usageView(caller, connector, context),
          now: context.now(),
        })
      : null,
  };
}

interface ReviewCall {
  readonly params: { readonly id: string };
  readonly caller: Caller;
  readonly ifMatch: string | undefined;
}

/** How a request ends, and what else is told of it. */
export interface Ending {
  readonly state: "approved" | "rejected" | "withdrawn";
  readonly reason: string | null;
}

/** Ends a request in one transaction: `act` refuses by throwing, or does what the ending asks for. */
export async function endReview(
  { params: { id }, caller, ifMatch }: ReviewCall,
  context: Context,
  action: "decide" | "withdraw",
  act: (tx: Tx, row: ReviewRow, connector: ConnectorRow | undefined, now: string) => Promise<Ending>,
): Promise<Reply<ReviewInfo>> {
  const now = context.now();
  return context.store.write(async (tx) => {
    const seen = await visibleReview(tx, caller, id, context);
    // The connector first, as where a request is made: two transactions that lock in another order would wait for each other.
    const connector = await holdConnector(tx, seen.connector_id);
    const row = (await lockReview(tx, id)) ?? seen;
    if (action === "decide" && isOwn(caller, row))
      throw new ProblemError(
        "forbidden",
        "You asked for this yourself, and nobody decides their own request. Somebody else has to look at it; you can withdraw it.",
      );
    authorise(caller, action, subjectOf(row), context);
    ensureMatch(ifMatch, row, "request");
    if (row.state !== "pending")
      throw new ProblemError(
        "invalid-state",
        `This request was ${row.state} by ${row.decided_by} at ${row.decided_at}, so there is nothing left to decide.`,
      );
    const { state, reason } = await act(tx, row, connector, now);
    const after = await closeReview(tx, id, { state, reason, decided_by: caller.principal, decided_at: now });
    const { kind, version, scope, requested_by } = row;
    await recordEvent(
      tx,
      caller,
      now,
      { id: row.connector_id },
      state === "withdrawn" ? "review.withdrawn" : "review.decided",
      {
        review: id,
        kind,
        version,
        scope,
        requested_by,
        ...(state !== "withdrawn" && { state }),
        ...(reason && { reason }),
      },
    );
    return { status: 200, body: reviewInfo(after, caller, context), headers: { etag: etagOf(after) } };
  });
}
