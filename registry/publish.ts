/**
 * Publishing a version: right, number, checklist, verdict and write in one transaction. A client is never trusted: everything that
 * the editor said is judged again.
 */

import type { ChangeInfo, PublishResult } from "../core/api/types.ts";
import type { Subject } from "../core/lifecycle/authority.ts";
import { authorise, canSee, notVisible, subjectOf } from "./authorise.ts";
import type { Context, Reply, Request } from "./context.ts";
import { digestOf, readWireFiles } from "./files.ts";
import { impactOf } from "./impact.ts";
import { ensureMatch } from "./lifecycle.ts";
import { ensureNoReviewNeeded, policyFor } from "./policy.ts";
import { ProblemError } from "./problem.ts";
import { checkPublication, type Publication, writePublication } from "./publication.ts";
import { type ConnectorRow, findConnector, lockConnector } from "./store/connectors.ts";
import { type Tx, writeOrNot } from "./store/driver.ts";
import { enterpriseExists } from "./store/tokens.ts";
import { findVersion, type VersionRow } from "./store/versions.ts";
import { versionExists } from "./version-gate.ts";
import { connectorHeaders, connectorInfo, usageView, versionInfo, versionVerdict } from "./views.ts";

type PublishCall = Request<"putVersion">;

/** Publishes a version, or says in a problem why not. A dry run does the same and keeps nothing. */
export async function publish(request: PublishCall, context: Context): Promise<Reply<PublishResult>> {
  const dryRun = request.query.dry_run === "1";
  const { params, body, caller } = request;
  const { version } = params;
  const { scope, notes, reason } = body;
  const files = readWireFiles(body.files);
  const publication: Publication = {
    ...params,
    files,
    scope,
    notes,
    guide: body.migration_guide,
    author: caller.principal,
  };
  const id = `${params.namespace}/${params.slug}`;
  const now = context.now();
  return writeOrNot(context.store, async (tx) => {
    const before = await findConnector(tx, id);
    await ensureMay(tx, request, context, before, dryRun);
    const locked = before && (await lockConnector(tx, id, now));
    const published = locked && (await findVersion(tx, id, version));
    if (published) {
      if (published.digest !== digestOf(files)) throw versionExists(locked, version);
      return { keep: false, result: await reply(tx, request, context, before!, published, { created: false, dryRun }) };
    }
    if (locked && request.ifMatch !== undefined) ensureMatch(request.ifMatch, locked);
    if (!dryRun)
      ensureNoReviewNeeded(
        await policyFor(tx, params.namespace, locked?.scope ?? scope ?? "enterprise"),
        "publication",
      );
    const checked = await checkPublication(tx, publication, locked, now);
    const more = reason === undefined ? {} : { reason };
    const written = await writePublication(tx, caller, publication, checked, locked, now, more);
    const outcome = { created: !dryRun, dryRun };
    return { keep: !dryRun, result: await reply(tx, request, context, written.row, written.version, outcome) };
  });
}

async function ensureMay(
  tx: Tx,
  { params, body, caller }: PublishCall,
  context: Context,
  row: ConnectorRow | undefined,
  dryRun: boolean,
): Promise<void> {
  const id = `${params.namespace}/${params.slug}`;
  if (row && !(await canSee(tx, caller, row, context))) throw notVisible(id);
  const foreign = caller.enterprise !== params.namespace;
  // A namespace of others is as invisible as what is in it.
  if (!row && foreign && !caller.roles.includes("platform_admin")) throw notVisible(id);
  const subject: Subject = row
    ? await subjectOf(tx, caller, row)
    : {
        enterprise: params.namespace,
        createdBy: caller.principal,
        scope: body.scope ?? "enterprise",
        state: "draft",
      };
  authorise(caller, dryRun ? "validate" : "publish", subject, context, body.reason);
  if (!row && foreign && !(await enterpriseExists(tx, params.namespace)))
    throw new ProblemError(
      "not-found",
      `There is no enterprise ${params.namespace} to publish for. Create a token for it first, which creates it too.`,
    );
}

async function reply(
  tx: Tx,
  { caller }: PublishCall,
  context: Context,
  row: ConnectorRow,
  version: VersionRow,
  { created, dryRun }: { created: boolean; dryRun: boolean },
): Promise<Reply<PublishResult>> {
  return {
    status: created ? 201 : 200,
    body: {
      created,
      dry_run: dryRun,
      connector: await connectorInfo(tx, row, caller, context),
      version: await versionInfo(tx, version),
      verdict: versionVerdict(version),
      impact: await impactOf(tx, {
        connector: row.id,
        version: version.version,
        baseline: version.baseline,
        changes: JSON.parse(version.changes) as ChangeInfo[],
        view: usageView(caller, row, context),
        now: context.now(),
      }),
    },
    headers: { ...connectorHeaders(row), location: `/api/v1/connectors/${row.id}/versions/${version.version}` },
  };
}
