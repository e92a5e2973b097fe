/**
 * Publishing, whoever asks for it: the checks, and the write after them. A request and an approved review go the same way, and a
 * review goes half of it when it is submitted.
 */
import type { Scope } from "../core/api/types.ts";
import { productVersion } from "../core/api/version.ts";
import type { Policy } from "../core/lifecycle/policy.ts";
import { parse, stepBetween } from "../core/lifecycle/semver.ts";
import type { State } from "../core/lifecycle/states.ts";
import { actorOf, type Caller } from "./context.ts";
import { digestOf } from "./files.ts";
import { ensurePublishable, type Judgement, judge } from "./judge.ts";
import { ensureTransition, recordEvent } from "./lifecycle.ts";
import { policyFor } from "./policy.ts";
import { ProblemError } from "./problem.ts";
import { ensureReleaseTexts, type ReleaseTexts, releaseTexts } from "./release-texts.ts";
import { searchableOf } from "./search/searchable.ts";
import { appendOutbox } from "./store/audit.ts";
import { type ConnectorRow, findGlobalSlug, insertConnector, updateConnector } from "./store/connectors.ts";
import { LostRace, type Tx } from "./store/driver.ts";
import type { StoredFile } from "./store/files.ts";
import { putSearchable } from "./store/search.ts";
import { versionsInUse } from "./store/usage.ts";
import { insertVersion, listVersionNumbers, readFiles, type VersionRow } from "./store/versions.ts";
import { ensureConsistent, ensureNumber } from "./version-gate.ts";

/** What is to be published. */
export interface Publication {
  readonly namespace: string;
  readonly slug: string;
  readonly version: string;
  readonly files: readonly StoredFile[];
  /** Of a first version; `enterprise` if absent. */
  readonly scope?: Scope | undefined;
  readonly notes?: string | undefined;
  readonly guide?: string | undefined;
  /** Whose work it is: who publishes it, or who asked for it. */
  readonly author: string;
}

/** A publication that nothing speaks against. */
export interface Checked {
  readonly judgement: Judgement;
  readonly scope: Scope;
  /** Of the connector, once this is published. */
  readonly state: State;
  /** The step that the number takes; none for a first version. */
  readonly step: VersionRow["bump"];
  readonly texts: ReleaseTexts;
  /** The version that it was compared with. */
  readonly baseline: string | null;
}

/** Checks what is to be published against the checklist, the last version and the tables; throws the problem where it cannot be. */
export async function checkPublication(
  tx: Tx,
  publication: Publication,
  connector: ConnectorRow | undefined,
  now: string,
): Promise<Checked> {
  const { namespace, slug, version, files, notes } = publication;
  const id = `${namespace}/${slug}`;
  const scope = connector?.scope ?? publication.scope ?? "enterprise";
  if (connector && publication.scope !== undefined && publication.scope !== scope)
    throw new ProblemError(
      "invalid-state",
      `${id} is published with ${scope} scope, and an update keeps it. To change it, promote the connector.`,
    );
  const policy = await policyFor(tx, namespace, scope);
  const baselines = await baselinesOf(tx, connector, policy);
  const notesGiven = Boolean(notes?.trim());
  const judgement = judge(files, baselines, { today: now.slice(0, 10), scope, notesGiven, policy });
  ensureConsistent(publication, judgement, connector);
  ensurePublishable(judgement.findings, scope === "global" ? " in the global catalogue" : "");
  await ensureNumber(tx, id, version, judgement, connector);
  const step = connector ? stepBetween(parse(connector.latest_version)!, parse(version)!) : undefined;
  const state = connector ? ensureTransition(connector, "publish", { now, ...(step && { step }) }) : "published";
  const texts = releaseTexts(publication, judgement);
  ensureReleaseTexts(version, texts, step, judgement.changes);
  if (!connector && scope === "global") await ensureGlobalSlugFree(tx, slug, id);
  return { judgement, scope, state, step: step ?? null, texts, baseline: connector?.latest_version ?? null };
}

/** The files of the versions that a new one is compared with, the last one first. */
export async function baselinesOf(
  tx: Tx,
  connector: ConnectorRow | undefined,
  { compare_with }: Policy,
): Promise<StoredFile[][]> {
  if (!connector) return [];
  const { id, latest_version: latest } = connector;
  const published = await listVersionNumbers(tx, id);
  const used = compare_with === "in_use" ? await versionsInUse(tx, id) : [];
  const others = compare_with === "all" ? published : published.filter((version) => used.includes(version));
  const baselines: StoredFile[][] = [];
  for (const version of new Set([latest, ...others])) baselines.push(await readFiles(tx, id, version));
  return baselines;
}

/** Writes what was checked: connector, version, files, audit log and outbox. `more` goes into the audit log. */
export async function writePublication(
  tx: Tx,
  caller: Caller,
  publication: Publication,
  checked: Checked,
  locked: ConnectorRow | undefined,
  now: string,
  more: Record<string, unknown>,
): Promise<{ row: ConnectorRow; version: VersionRow }> {
  const { judgement, scope, state } = checked;
  const columns = columnsOf(judgement, publication.version, now);
  const row = locked
    ? await updateConnector(tx, locked.id, { ...columns, state })
    : await createConnector(tx, publication, { ...columns, state, scope }, now);
  await putSearchable(tx, row.id, searchableOf(row, judgement.connector));
  const version = versionRow(publication, checked, now);
  await insertVersion(tx, version, publication.files);
  const detail = {
    version: version.version,
    digest: version.digest,
    bump: version.bump,
    required_bump: version.required_bump,
    scope,
  };
  await recordEvent(tx, caller, now, row, "version.published", { ...detail, ...more });
  const actor = actorOf(caller);
  if (version.bump === "major") await appendOutbox(tx, now, "version.major", { connector: row.id, actor, ...detail });
  return { row, version };
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
    // Registries of before the search by words looked here; the column stays for them as long as they may run beside this one.
    search: "",
  };
}

async function createConnector(
  tx: Tx,
  { namespace, slug, author }: Publication,
  columns: ReturnType<typeof columnsOf> & Pick<ConnectorRow, "state" | "scope">,
  now: string,
): Promise<ConnectorRow> {
  const name = columns.name || slug;
  const row: ConnectorRow = {
    id: `${namespace}/${slug}`,
    namespace,
    slug,
    enterprise: namespace,
    ...columns,
    name,
    sort_name: name.toLowerCase(),
    rev: 1,
    created_by: author,
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

/** How a publication was judged, as the columns that versions and requests for review have alike. */
export function judgedColumns({ files }: Pick<Publication, "files">, { findings, changes, required }: Judgement) {
  const counts = { error: 0, warning: 0, info: 0, hint: 0, changes: changes.length };
  for (const { severity } of findings) counts[severity]++;
  return {
    digest: digestOf(files),
    size: files.reduce((total, { size }) => total + size, 0),
    required_bump: required,
    findings: JSON.stringify(findings),
    changes: JSON.stringify(changes),
    counts: JSON.stringify(counts),
    rules_version: productVersion,
  };
}

function versionRow(publication: Publication, { judgement, step, texts, baseline }: Checked, now: string): VersionRow {
  const { namespace, slug, version, author } = publication;
  const { major, minor, patch } = parse(version)!;
  return {
    connector_id: `${namespace}/${slug}`,
    version,
    major,
    minor,
    patch,
    ...judgedColumns(publication, judgement),
    bump: step,
    baseline,
    notes: texts.notes,
    migration_guide: texts.guide,
    operation_ids: JSON.stringify(judgement.connector.operationIds),
    published_by: author,
    published_at: now,
  };
}
