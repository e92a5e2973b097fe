/** What all lifecycle actions share: lock the row, compare the ETag, ask for the right, change, and tell audit log and outbox. */
import type { ConnectorInfo } from "../core/api/types.ts";
import type { Action } from "../core/lifecycle/authority.ts";
import { type Facts, type State, type TransitionAction, transition } from "../core/lifecycle/states.ts";
import { authorise, canSee, notVisible, subjectOf } from "./authorise.ts";
import { actorOf, type Caller, type Context, type Reply } from "./context.ts";
import { ProblemError } from "./problem.ts";
import { appendAudit, appendOutbox } from "./store/audit.ts";
import { type ConnectorRow, lockConnector, updateConnector } from "./store/connectors.ts";
import type { Tx } from "./store/driver.ts";
import { connectorHeaders, connectorInfo } from "./views.ts";

interface LifecycleRequest {
  readonly params: { namespace: string; slug: string };
  readonly caller: Caller;
  readonly ifMatch: string | undefined;
}

export interface Change {
  columns: Partial<ConnectorRow>;
  /** Also the topic of the event. */
  action: string;
  detail: Record<string, unknown>;
}

/** Runs one lifecycle action in one transaction. `decide` refuses by throwing, or says what changes. */
export async function runLifecycle(
  { params, caller, ifMatch }: LifecycleRequest,
  context: Context,
  action: Action,
  decide: (tx: Tx, row: ConnectorRow, now: string) => Promise<Change>,
): Promise<Reply<ConnectorInfo>> {
  const id = `${params.namespace}/${params.slug}`;
  const now = context.now();
  return context.store.write(async (tx) => {
    const row = await lockConnector(tx, id, now);
    if (!row || !(await canSee(tx, caller, row, context))) throw notVisible(id);
    authorise(caller, action, await subjectOf(tx, caller, row), context);
    ensureMatch(ifMatch, row);
    const change = await decide(tx, row, now);
    const after = await updateConnector(tx, id, change.columns);
    await recordEvent(tx, caller, now, after, change.action, change.detail);
    return { status: 200, body: await connectorInfo(tx, after, caller, context), headers: connectorHeaders(after) };
  });
}

/** The row was locked, so its revision is one above what the caller can have seen. */
export function ensureMatch(
  ifMatch: string | undefined,
  locked: { rev: number; id: string },
  what = "connector",
): void {
  if (ifMatch === undefined)
    throw new ProblemError(
      "precondition-required",
      `Give the ${what}'s ETag in If-Match, so that no newer change is lost.`,
    );
  if (ifMatch !== `"r${locked.rev - 1}"`)
    throw new ProblemError(
      "precondition-failed",
      `${what === "connector" ? locked.id : `The ${what}`} was changed in the meantime. Read it again, look at the change, and repeat the action.`,
    );
}

/** Asks the table of transitions, and throws the problem where it refuses. */
export function ensureTransition(row: ConnectorRow, action: TransitionAction, facts: Facts): State {
  const result = transition(row.state, action, facts);
  if (result.ok) return result.to;
  const extras =
    result.refusal === "grace-period"
      ? { enterprises: facts.inUseBy ?? 0, earliest_unpublish_at: facts.earliestUnpublishAt ?? null }
      : {};
  throw new ProblemError(result.refusal, `${row.id}: ${result.reason}`, extras);
}

/** Writes what happened to the audit log and to the outbox. Of a connector that is not there yet, only its id is known. */
export async function recordEvent(
  tx: Tx,
  caller: Caller,
  now: string,
  row: Pick<ConnectorRow, "id"> & Partial<ConnectorRow>,
  action: string,
  detail: Record<string, unknown>,
): Promise<void> {
  const actor = actorOf(caller);
  const rev = row.rev === undefined ? {} : { rev: row.rev };
  await appendAudit(tx, row.id, { at: now, actor, action, detail: { ...detail, ...rev } });
  await appendOutbox(tx, now, action, { connector: row.id, actor, ...detail });
}
