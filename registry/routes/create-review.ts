import { randomUUID } from "node:crypto";
import type { ReviewRequest } from "../../core/api/review-types.ts";
import type { Subject } from "../../core/lifecycle/authority.ts";
import { authorise, canSee, notVisible, subjectOf } from "../authorise.ts";
import type { Context, Handler, Request } from "../context.ts";
import { readWireFiles } from "../files.ts";
import { recordEvent } from "../lifecycle.ts";
import { ProblemError } from "../problem.ts";
import { checkPromotion } from "../promotion.ts";
import { checkPublication, judgedColumns } from "../publication.ts";
import { isOwn, reviewDetail } from "../reviews.ts";
import { type ConnectorRow, holdConnector } from "../store/connectors.ts";
import { LostRace, type Tx, writeOrNot } from "../store/driver.ts";
import { insertFiles, type StoredFile } from "../store/files.ts";
import { filesOfReview, findPendingReview, insertReview, type ReviewRow } from "../store/reviews.ts";
import { findVersion } from "../store/versions.ts";
import { versionExists } from "../version-gate.ts";
import { etagOf } from "../views.ts";

/** The columns of a request that differ by its kind, and the files that come with it. */
type Asked = Omit<
  ReviewRow,
  | "id"
  | "connector_id"
  | "enterprise"
  | "state"
  | "message"
  | "rev"
  | `requested_${string}`
  | `decided_${string}`
  | "reason"
> & { files: readonly StoredFile[] };

type Call = Request<"createReview">;

export const handle: Handler<"createReview"> = async (request, context) => {
  const { params, body, caller } = request;
  const id = `${params.namespace}/${params.slug}`;
  const now = context.now();
  const sent = readSent(body);
  return writeOrNot(context.store, async (tx) => {
    const connector = await holdConnector(tx, id);
    await ensureMay(tx, request, context, connector);
    const { files, ...asked } =
      body.kind === "promotion"
        ? await askPromotion(tx, connector, id, now)
        : await askPublication(tx, request, sent, connector, now);
    const row: ReviewRow = {
      id: randomUUID(),
      connector_id: id,
      enterprise: params.namespace,
      state: "pending",
      message: body.message ?? "",
      ...asked,
      rev: 1,
      requested_by: caller.principal,
      requested_at: now,
      decided_by: null,
      decided_at: null,
      reason: null,
    };
    const pending = await findPendingReview(tx, id);
    if (pending) {
      // Whoever sends the same again, perhaps because the answer was lost, finds what is there.
      if (!isOwn(caller, pending) || !isSame(pending, row)) throw alreadyPending(pending);
      return { keep: false, result: await reply(tx, request, context, pending, 200) };
    }
    if (!(await insertReview(tx, row))) throw new LostRace();
    if (row.kind === "publication") await insertFiles(tx, filesOfReview(row), files);
    const { kind, version, scope, digest, message } = row;
    await recordEvent(tx, caller, now, { id }, "review.requested", {
      ...{ review: row.id, kind, version, scope, digest },
      ...(message !== "" && { message }),
    });
    return { keep: true, result: await reply(tx, request, context, row, 201) };
  });
};

async function ensureMay(
  tx: Tx,
  { params, body, caller }: Call,
  context: Context,
  connector: ConnectorRow | undefined,
): Promise<void> {
  const { namespace, slug } = params;
  if (connector && !(await canSee(tx, caller, connector, context))) throw notVisible(`${namespace}/${slug}`);
  const foreign = caller.enterprise !== namespace;
  if (!connector && foreign && !caller.roles.includes("platform_admin")) throw notVisible(`${namespace}/${slug}`);
  const subject: Subject = connector
    ? await subjectOf(tx, caller, connector)
    : { enterprise: namespace, createdBy: caller.principal, scope: body.scope ?? "enterprise", state: "draft" };
  authorise(caller, body.kind === "promotion" ? "request_promotion" : "request", subject, context);
}

/** A publication comes with a version and files, a promotion with neither. */
function readSent({ kind, version, files, scope }: ReviewRequest): { version: string; files: StoredFile[] } {
  const refuse = (member: string, detail: string) =>
    new ProblemError("invalid-request", `A ${kind} ${detail}.`, { errors: [{ pointer: `/${member}`, detail }] });
  if (kind === "promotion") {
    const extra = Object.entries({ version, files, scope }).find(([, value]) => value !== undefined);
    if (extra) throw refuse(extra[0], `has no ${extra[0]}: it is that of the version which is published`);
    return { version: "", files: [] };
  }
  if (version === undefined) throw refuse("version", "needs the version that is to be published");
  if (files === undefined) throw refuse("files", "needs the files that are to be published");
  return { version, files: readWireFiles(files) };
}

async function askPublication(
  tx: Tx,
  { params, body, caller }: Call,
  { version, files }: { version: string; files: StoredFile[] },
  connector: ConnectorRow | undefined,
  now: string,
): Promise<Asked> {
  if (connector && (await findVersion(tx, connector.id, version))) throw versionExists(connector, version);
  const { scope, notes, migration_guide: guide } = body;
  const publication = { ...params, version, files, scope, notes, guide, author: caller.principal };
  const { judgement, texts, step, baseline, ...checked } = await checkPublication(tx, publication, connector, now);
  return {
    kind: "publication",
    scope: checked.scope,
    version,
    name: judgement.connector.displayName || params.slug,
    notes: texts.notes,
    migration_guide: texts.guide,
    bump: step,
    baseline,
    ...judgedColumns(publication, judgement),
    files,
  };
}

async function askPromotion(tx: Tx, connector: ConnectorRow | undefined, id: string, now: string): Promise<Asked> {
  if (!connector) throw new ProblemError("invalid-state", `${id} is not published yet. Ask for its publication first.`);
  const { files, judgement } = await checkPromotion(tx, connector, now);
  return {
    kind: "promotion",
    scope: "global",
    version: connector.latest_version,
    name: connector.name,
    notes: "",
    migration_guide: "",
    bump: null,
    baseline: null,
    ...judgedColumns({ files }, judgement),
    files,
  };
}

function isSame(one: ReviewRow, other: ReviewRow): boolean {
  const members = ["kind", "version", "scope", "digest", "notes", "migration_guide"] as const;
  return members.every((member) => one[member] === other[member]);
}

function alreadyPending({ connector_id, kind, version, requested_by, requested_at }: ReviewRow): ProblemError {
  return new ProblemError(
    "review-pending",
    `${requested_by} asked for the ${kind} of ${connector_id} ${version} at ${requested_at}, and that waits for its decision. Wait for it, or let it be withdrawn first.`,
  );
}

async function reply(tx: Tx, { caller }: Call, context: Context, row: ReviewRow, status: number) {
  return {
    status,
    body: await reviewDetail(tx, row, caller, context),
    headers: { etag: etagOf(row), location: `/api/v1/reviews/${row.id}` },
  };
}
