/** Rows as the API shows them. */
import type {
  AuditEvent,
  ConnectorInfo,
  Deprecation,
  VersionInfo,
  VersionSummary,
  VersionVerdict,
} from "../core/api/types.ts";
import { may } from "../core/lifecycle/authority.ts";
import { earliestUnpublish } from "../core/lifecycle/dates.ts";
import type { Caller, Context } from "./context.ts";
import type { AuditRow } from "./store/audit.ts";
import type { ConnectorRow } from "./store/connectors.ts";
import type { Tx } from "./store/driver.ts";
import { summariseUsage, type View } from "./store/usage.ts";
import { listFiles, type VersionRow } from "./store/versions.ts";

/** The ETag of a row that has a revision. */
export function etagOf(row: { readonly rev: number }): string {
  return `"r${row.rev}"`;
}

/** Whose usage a caller may see: everybody's, or that of the own enterprise. */
export function usageView(caller: Caller, row: ConnectorRow, context: Context): View {
  const subject = { enterprise: row.enterprise, createdBy: row.created_by, scope: row.scope, state: row.state };
  return may(caller, "usage_all", subject, context.policy) === "yes" ? undefined : caller.enterprise;
}

export function deprecationOf(row: ConnectorRow): Deprecation | null {
  if (row.deprecated_at === null || row.sunset_at === null || row.notice_at === null) return null;
  return {
    deprecated_at: row.deprecated_at,
    sunset_at: row.sunset_at,
    earliest_unpublish_at: earliestUnpublish(row.sunset_at, row.notice_at),
    message: row.deprecation_message ?? "",
    replacement: row.replacement,
  };
}

/** A connector as the API shows it. */
export async function connectorInfo(
  tx: Tx,
  row: ConnectorRow,
  caller: Caller,
  context: Context,
): Promise<ConnectorInfo> {
  const [info] = await connectorInfos(tx, [row], caller, context);
  return info!;
}

/** Connectors as the API shows them, with their numbers in two queries for all of them. */
export async function connectorInfos(
  tx: Tx,
  rows: readonly ConnectorRow[],
  caller: Caller,
  context: Context,
): Promise<ConnectorInfo[]> {
  // A role sees the numbers of all enterprises for every connector or for none.
  const [first] = rows;
  if (!first) return [];
  const usage = await summariseUsage(
    tx,
    rows.map(({ id }) => id),
    usageView(caller, first, context),
  );
  return rows.map((row) => ({
    id: row.id,
    namespace: row.namespace,
    slug: row.slug,
    name: row.name,
    description: row.description,
    family: row.family,
    type: row.type,
    auth: row.auth,
    scope: row.scope,
    state: row.state,
    owner: row.enterprise,
    latest_version: row.latest_version,
    operations: row.operations,
    created_by: row.created_by,
    created_at: row.created_at,
    updated_at: row.updated_at,
    published_at: row.published_at,
    deprecation: deprecationOf(row),
    usage: usage.get(row.id) ?? NO_USAGE,
    etag: etagOf(row),
  }));
}

const NO_USAGE = { enterprises: 0, active_connections: 0, example_data: false };

/** The headers of a connector's answer: its ETag, and what RFC 9745 and RFC 8594 ask for where it is deprecated. */
export function connectorHeaders(row: ConnectorRow, etag = etagOf(row)): Record<string, string> {
  const headers: Record<string, string> = { etag };
  const deprecation = deprecationOf(row);
  if (!deprecation) return headers;
  headers.deprecation = `@${Math.floor(Date.parse(deprecation.deprecated_at) / 1000)}`;
  headers.sunset = new Date(deprecation.earliest_unpublish_at).toUTCString();
  if (deprecation.replacement)
    headers.link = `</api/v1/connectors/${deprecation.replacement}>; rel="successor-version"`;
  return headers;
}

/** An event of an audit log as the API shows it. */
export function auditEvent({ detail, ...event }: AuditRow): AuditEvent {
  return { ...event, detail: JSON.parse(detail) as Record<string, unknown> };
}

export function versionSummary(row: VersionRow): VersionSummary {
  const { changes, ...findings } = JSON.parse(row.counts) as VersionSummary["findings"] & { changes: number };
  return {
    version: row.version,
    digest: row.digest,
    bump: row.bump,
    required_bump: row.required_bump,
    published_at: row.published_at,
    published_by: row.published_by,
    notes: row.notes,
    size: row.size,
    findings,
    changes,
  };
}

export async function versionInfo(tx: Tx, row: VersionRow): Promise<VersionInfo> {
  return {
    connector: row.connector_id,
    reference: `${row.connector_id}@${row.version}`,
    ...versionSummary(row),
    migration_guide: row.migration_guide,
    operation_ids: JSON.parse(row.operation_ids) as string[],
    files: (await listFiles(tx, row.connector_id, row.version)).map(({ path, size, digest }) => ({
      path,
      size,
      digest,
    })),
    rules_version: row.rules_version,
  };
}

/** What was said of a version, or of what is asked to become one. */
export function versionVerdict(
  row: Pick<
    VersionRow,
    "connector_id" | "version" | "baseline" | "required_bump" | "findings" | "changes" | "rules_version"
  >,
): VersionVerdict {
  return {
    connector: row.connector_id,
    version: row.version,
    baseline: row.baseline,
    required_bump: row.required_bump,
    findings: JSON.parse(row.findings) as VersionVerdict["findings"],
    changes: JSON.parse(row.changes) as VersionVerdict["changes"],
    rules_version: row.rules_version,
  };
}
