/**
 * Publishing a version: right, number, checklist, verdict and write in one transaction. A client is never trusted: everything that
 * the editor said is judged again.
 */

import type { PublishResult } from "../core/api/types.ts";
import { productVersion } from "../core/api/version.ts";
import type { Subject } from "../core/lifecycle/authority.ts";
import { coerce, next, parse, stepBetween } from "../core/lifecycle/semver.ts";
import { judgeVersion, type PolicyId, versionPolicy } from "../core/lifecycle/version-policy.ts";
import { authorise, canSee, notVisible, subjectOf } from "./authorise.ts";
import type { Context, Reply, Request } from "./context.ts";
import { digestOf, readWireFiles } from "./files.ts";
import { ensurePublishable, type Judgement, judge } from "./judge.ts";
import { ensureMatch, ensureTransition, recordEvent } from "./lifecycle.ts";
import { ProblemError } from "./problem.ts";
import { ensureReleaseTexts, type ReleaseTexts, releaseTexts } from "./release-texts.ts";
import { appendOutbox } from "./store/audit.ts";
import {
  type ConnectorRow,
  findConnector,
  findGlobalSlug,
  insertConnector,
  lockConnector,
  updateConnector,
} from "./store/connectors.ts";
import { LostRace, type Tx, writeOrNot } from "./store/driver.ts";
import { enterpriseExists } from "./store/tokens.ts";
import {
  findVersion,
  insertVersion,
  listVersionNumbers,
  readFiles,
  type StoredFile,
  type VersionRow,
} from "./store/versions.ts";
import { connectorHeaders, connectorInfo, versionInfo, versionVerdict } from "./views.ts";

type PublishCall = Request<"putVersion">;

/** Publishes a version, or says in a problem why not. A dry run does the same and keeps nothing. */
export async function publish(request: PublishCall, context: Context): Promise<Reply<PublishResult>> {
  const dryRun = request.query.dry_run === "1";
  const files = readWireFiles(request.body.files);
  const digest = digestOf(files);
  const { namespace, slug, version } = request.params;
  const id = `${namespace}/${slug}`;
  const now = context.now();
  return writeOrNot(context.store, async (tx) => {
    const before = await findConnector(tx, id);
    await ensureMay(tx, request, context, before, dryRun);
    const locked = before && (await lockConnector(tx, id, now));
    const published = locked && (await findVersion(tx, id, version));
    if (published) {
      if (published.digest !== digest) throw versionExists(locked, version);
      return { keep: false, result: await reply(tx, request, context, before!, published, { created: false, dryRun }) };
    }
    if (locked && request.ifMatch !== undefined) ensureMatch(request.ifMatch, locked);
    const scope = locked?.scope ?? request.body.scope ?? "enterprise";
    if (locked && request.body.scope !== undefined && request.body.scope !== locked.scope)
      throw new ProblemError(
        "invalid-state",
        `${id} is published with ${locked.scope} scope, and an update keeps it. To change it, promote the connector.`,
      );

    const baseline = locked && (await readFiles(tx, id, locked.latest_version));
    const judgement = judge(files, baseline, {
      today: now.slice(0, 10),
      scope,
      notesGiven: Boolean(request.body.notes?.trim()),
    });
    ensureConsistent(request, judgement, locked);
    ensurePublishable(judgement.findings, scope === "global" ? " in the global catalogue" : "");
    await ensureNumber(tx, id, version, judgement, locked);
    const step = locked ? stepBetween(parse(locked.latest_version)!, parse(version)!) : undefined;
    const state = locked ? ensureTransition(locked, "publish", { now, ...(step && { step }) }) : "published";
    const texts = releaseTexts(request, judgement);
    ensureReleaseTexts(version, texts, step, judgement.changes);

    const columns = columnsOf(judgement, version, now);
    let row: ConnectorRow;
    if (locked) row = await updateConnector(tx, id, { ...columns, state });
    else {
      if (scope === "global") await ensureGlobalSlugFree(tx, slug, id);
      row = await createConnector(tx, request, { ...columns, state, scope }, now);
    }
    const versionRow = rowOf(request, judgement, { texts, digest, files, step, now, baseline: locked?.latest_version });
    await insertVersion(tx, versionRow, files);
    const detail = { version, digest, bump: versionRow.bump, required_bump: versionRow.required_bump, scope };
    const { reason } = request.body;
    await recordEvent(tx, request.caller, now, row, "version.published", {
      ...detail,
      ...(reason !== undefined && { reason }),
    });
    if (step === "major") await appendOutbox(tx, now, "version.major", { connector: id, ...detail });
    return { keep: !dryRun, result: await reply(tx, request, context, row, versionRow, { created: !dryRun, dryRun }) };
  });
}

/** Another global connector must not have the same slug, since people ask for global ones by it. */
export async function ensureGlobalSlugFree(tx: Tx, slug: string, id: string): Promise<void> {
  const other = await findGlobalSlug(tx, slug, id);
  if (other)
    throw new ProblemError(
      "name-taken",
      `The global catalogue has a connector ${slug} already (${other.id}). Choose another slug.`,
    );
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

function versionExists(row: ConnectorRow, version: string): ProblemError {
  const expected = next(row.latest_version, "patch");
  return new ProblemError(
    "version-exists",
    `${version} exists already and cannot be changed. The next version is ${expected} or higher.`,
    { proposed: version, expected_version: expected },
  );
}

/** A definition carries its slug and number itself; what it says must be what is published. */
function ensureConsistent({ params }: PublishCall, { connector }: Judgement, row: ConnectorRow | undefined): void {
  const refuse = (detail: string) =>
    new ProblemError("validation-failed", detail, { errors: [{ pointer: "/files", detail }] });
  if (row && row.family !== connector.family)
    throw refuse(`${row.id} was published as ${familyWords[row.family]}; this is ${familyWords[connector.family]}.`);
  if (connector.family !== "definition") return;
  if (connector.slugText !== "" && connector.slugText !== params.slug)
    throw refuse(
      `The file says slug: ${connector.slugText}, but it is to be published as ${params.slug}. The slug of a connector never changes.`,
    );
  const written = coerce(connector.versionText)?.text;
  if (written !== undefined && written !== params.version)
    throw refuse(
      `The file says version: ${connector.versionText}, but it is to be published as ${params.version}. Set the version in the file, too.`,
    );
}

const familyWords = { definition: "a connector definition", powerplatform: "a Power Platform connector" } as const;

async function ensureNumber(
  tx: Tx,
  id: string,
  version: string,
  { required, changed, changes }: Judgement,
  row: ConnectorRow | undefined,
): Promise<void> {
  if (row && !changed)
    throw new ProblemError(
      "no-change",
      `Nothing changed since ${row.latest_version}, so there is nothing to publish as ${version}.`,
      { proposed: version },
    );
  const published = row ? await listVersionNumbers(tx, id) : [];
  const answer = judgeVersion({ published, draft: version, required: required ?? "none" }, "registry");
  if (answer.verdict !== "error") return;
  throw new ProblemError(
    "semver-gate",
    gateSentence(version, answer.diagnostics[0]!, required, answer.expected, row, changes),
    {
      required: required ?? "none",
      proposed: version,
      expected_version: answer.expected,
      changes,
    },
  );
}

function gateSentence(
  version: string,
  id: PolicyId,
  required: Judgement["required"],
  expected: string,
  row: ConnectorRow | undefined,
  changes: Judgement["changes"],
): string {
  if (id === "version-bump-too-small" && row) {
    const reasons = changes.filter(({ bump }) => bump === required);
    const [first] = reasons;
    const more = reasons.length > 1 ? ` (and ${reasons.length - 1} more)` : "";
    const why = first ? `: ${first.message.replace(/\.$/, "")}${more}` : "";
    return `The changes since ${row.latest_version} need a ${required} version${why}. Publish it as ${expected}, not as ${version}.`;
  }
  const known = row ? ` The latest version is ${row.latest_version}.` : "";
  return `${version} cannot be published. ${versionPolicy[id].summary}${known} Publish it as ${expected}.`;
}

function columnsOf({ connector }: Judgement, version: string, now: string) {
  const name = connector.displayName || connector.slugText;
  return {
    name,
    sort_name: name.toLowerCase(),
    description: connector.descriptionText,
    family: connector.family,
    type: connector.typeText,
    auth: connector.authType,
    operations: connector.operationIds.length,
    latest_version: version,
    published_at: now,
    search: [name, connector.slugText, connector.descriptionText, connector.typeText, ...connector.operationIds]
      .join("\n")
      .toLowerCase(),
  };
}

async function createConnector(
  tx: Tx,
  { params, caller }: PublishCall,
  columns: ReturnType<typeof columnsOf> & Pick<ConnectorRow, "state" | "scope">,
  now: string,
): Promise<ConnectorRow> {
  const { namespace, slug } = params;
  const name = columns.name || slug;
  const row: ConnectorRow = {
    id: `${namespace}/${slug}`,
    namespace,
    slug,
    enterprise: namespace,
    ...columns,
    name,
    sort_name: name.toLowerCase(),
    search: `${slug}\n${columns.search}`,
    rev: 1,
    created_by: caller.principal,
    created_at: now,
    updated_at: now,
    deprecated_at: null,
    sunset_at: null,
    notice_at: null,
    deprecation_message: null,
    replacement: null,
  };
  if (await insertConnector(tx, row)) return row;
  // Somebody else has created it since it was looked for.
  throw new LostRace();
}

function rowOf(
  { params, caller }: PublishCall,
  { connector, findings, changes, required }: Judgement,
  more: {
    texts: ReleaseTexts;
    digest: string;
    files: readonly StoredFile[];
    step: VersionRow["bump"] | undefined;
    now: string;
    baseline: string | undefined;
  },
): VersionRow {
  const { major, minor, patch } = parse(params.version)!;
  const counts = { error: 0, warning: 0, info: 0, hint: 0, changes: changes.length };
  for (const { severity } of findings) counts[severity]++;
  return {
    connector_id: `${params.namespace}/${params.slug}`,
    version: params.version,
    major,
    minor,
    patch,
    digest: more.digest,
    size: more.files.reduce((total, { size }) => total + size, 0),
    bump: more.step ?? null,
    required_bump: required,
    baseline: more.baseline ?? null,
    notes: more.texts.notes,
    migration_guide: more.texts.guide,
    operation_ids: JSON.stringify(connector.operationIds),
    findings: JSON.stringify(findings),
    changes: JSON.stringify(changes),
    counts: JSON.stringify(counts),
    rules_version: productVersion,
    published_by: caller.principal,
    published_at: more.now,
  };
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
    },
    headers: { ...connectorHeaders(row), location: `/api/v1/connectors/${row.id}/versions/${version.version}` },
  };
}
