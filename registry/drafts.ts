/** Working copies on the server: who may see and write them, and what is said of them. */
import type { DraftInfo } from "../core/api/review-types.ts";
import { productVersion } from "../core/api/version.ts";
import { may, type Subject } from "../core/lifecycle/authority.ts";
import { authorise, canSee, notVisible } from "./authorise.ts";
import type { Caller, Context } from "./context.ts";
import { judge } from "./judge.ts";
import { ensureMatch } from "./lifecycle.ts";
import { policyFor } from "./policy.ts";
import { ProblemError } from "./problem.ts";
import { baselinesOf } from "./publication.ts";
import { type ConnectorRow, findConnector } from "./store/connectors.ts";
import { type DraftRow, findDraft, findNewestDraft, lockDraft } from "./store/drafts.ts";
import type { Tx } from "./store/driver.ts";
import type { StoredFile } from "./store/files.ts";
import { etagOf } from "./views.ts";

interface Address {
  readonly namespace: string;
  readonly slug: string;
}

/** A draft as the table of authority sees it: it belongs to who wrote it, whatever the state of the connector is. */
function subjectOf(enterprise: string, author: string): Subject {
  return { enterprise, createdBy: author, state: "draft" };
}

/** The draft that an address and perhaps a name ask for. What is somebody else's does not exist, except for those who read all. */
export async function visibleDraft(
  tx: Tx,
  caller: Caller,
  { namespace, slug }: Address,
  principal: string | undefined,
  context: Context,
): Promise<DraftRow> {
  const id = `${namespace}/${slug}`;
  const own = namespace === caller.enterprise ? await findDraft(tx, id, caller.principal) : undefined;
  const row = principal === undefined ? (own ?? (await findNewestDraft(tx, id))) : await findDraft(tx, id, principal);
  if (!row || may(caller, "read", subjectOf(row.enterprise, row.principal), context.policy) !== "yes")
    throw new ProblemError("not-found", `There is no draft of ${id}, or this token may not see it.`);
  return row;
}

/** Locks the caller's own draft, where there is one, and compares its ETag. */
export async function lockOwnDraft(
  tx: Tx,
  { params, caller, ifMatch }: { params: Address; caller: Caller; ifMatch: string | undefined },
  context: Context,
): Promise<{ connector: ConnectorRow | undefined; row: DraftRow | undefined }> {
  const id = `${params.namespace}/${params.slug}`;
  const connector = await findConnector(tx, id);
  if (connector && !(await canSee(tx, caller, connector, context))) throw notVisible(id);
  const foreign = caller.enterprise !== params.namespace;
  if (!connector && foreign && !caller.roles.includes("platform_admin")) throw notVisible(id);
  authorise(caller, "write_draft", subjectOf(params.namespace, caller.principal), context);
  const row = await lockDraft(tx, id, caller.principal);
  if (row) ensureMatch(ifMatch, row, "draft");
  else if (ifMatch !== undefined)
    throw new ProblemError("precondition-failed", `There is no draft of ${id} any more. Send it without If-Match.`);
  return { connector, row };
}

/** Checklist and comparison of a draft, as they are now: rules and published versions may be newer than the draft. */
export async function draftInfo(
  tx: Tx,
  row: DraftRow,
  files: readonly StoredFile[],
  connector: ConnectorRow | undefined,
  now: string,
): Promise<DraftInfo> {
  const { connector_id, principal, scope, digest, size, created_at, updated_at } = row;
  const policy = await policyFor(tx, row.enterprise, scope);
  const baselines = await baselinesOf(tx, connector, policy);
  const { findings, changes, required } = judge(files, baselines, { today: now.slice(0, 10), scope, policy });
  return {
    ...{ connector: connector_id, principal, scope, digest, size, created_at, updated_at },
    files: files.map((file) => ({ path: file.path, size: file.size, digest: file.digest })),
    baseline: connector?.latest_version ?? null,
    required_bump: required,
    findings,
    changes,
    rules_version: productVersion,
    etag: etagOf(row),
  };
}
