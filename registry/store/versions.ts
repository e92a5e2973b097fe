/** Versions and their files. There is no statement that changes a version once it is there. */
import type { FileInfo } from "../../core/api/types.ts";
import type { Tx, Value } from "./driver.ts";
import type { FileOwner, StoredFile } from "./files.ts";
import * as files from "./files.ts";

export interface VersionRow {
  connector_id: string;
  version: string;
  major: number;
  minor: number;
  patch: number;
  digest: string;
  size: number;
  bump: "patch" | "minor" | "major" | null;
  required_bump: "none" | "patch" | "minor" | "major" | null;
  baseline: string | null;
  notes: string;
  migration_guide: string;
  operation_ids: string;
  /** Findings and changes as JSON, as they go over the wire. */
  findings: string;
  changes: string;
  /** Findings by severity and number of changes, so that lists need not read the texts. */
  counts: string;
  rules_version: string;
  published_by: string;
  published_at: string;
}

export function findVersion(tx: Tx, connector: string, version: string): Promise<VersionRow | undefined> {
  return tx.get<VersionRow>(
    "select * from connector_version where connector_id = ? and version = ?",
    connector,
    version,
  );
}

/** Where content with a digest was published. */
export function versionsByDigest(tx: Tx, digest: string): Promise<{ connector_id: string; version: string }[]> {
  return tx.all(
    "select connector_id, version from connector_version where digest = ? order by connector_id, major, minor, patch",
    digest,
  );
}

/** All versions, newest first. */
export function listVersions(tx: Tx, connector: string): Promise<VersionRow[]> {
  return tx.all<VersionRow>(
    "select * from connector_version where connector_id = ? order by major desc, minor desc, patch desc",
    connector,
  );
}

export async function listVersionNumbers(tx: Tx, connector: string): Promise<string[]> {
  const rows = await tx.all<{ version: string }>(
    "select version from connector_version where connector_id = ? order by major desc, minor desc, patch desc",
    connector,
  );
  return rows.map(({ version }) => version);
}

export async function insertVersion(tx: Tx, row: VersionRow, own: readonly StoredFile[]): Promise<void> {
  const names = Object.keys(row);
  await tx.run(
    `insert into connector_version (${names.join(", ")}) values (${names.map(() => "?").join(", ")})`,
    ...(Object.values(row) as Value[]),
  );
  await files.insertFiles(tx, filesOf(row.connector_id, row.version), own);
}

function filesOf(connector_id: string, version: string): FileOwner {
  return { table: "version_file", key: { connector_id, version } };
}

/** Paths, sizes and digests of a version's files. */
export function listFiles(tx: Tx, connector: string, version: string): Promise<FileInfo[]> {
  return files.listFiles(tx, filesOf(connector, version));
}

/** A version's files with their bytes. */
export function readFiles(tx: Tx, connector: string, version: string): Promise<StoredFile[]> {
  return files.readFiles(tx, filesOf(connector, version));
}
