/** Versions, their files, and the bytes behind them. There is no statement that changes a version once it is there. */
import { gunzipSync, gzipSync } from "node:zlib";
import { digestText } from "../../core/api/digest.ts";
import { sha256 } from "../hash.ts";
import type { Tx, Value } from "./driver.ts";

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

export interface StoredFile {
  path: string;
  digest: string;
  size: number;
  binary: boolean;
  bytes: Uint8Array;
}

export function findVersion(tx: Tx, connector: string, version: string): Promise<VersionRow | undefined> {
  return tx.get<VersionRow>(
    "select * from connector_version where connector_id = ? and version = ?",
    connector,
    version,
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

export async function insertVersion(tx: Tx, row: VersionRow, files: readonly StoredFile[]): Promise<void> {
  const names = Object.keys(row);
  await tx.run(
    `insert into connector_version (${names.join(", ")}) values (${names.map(() => "?").join(", ")})`,
    ...(Object.values(row) as Value[]),
  );
  for (const file of files) {
    await tx.run(
      "insert into blob (digest, size, encoding, bytes) values (?, ?, 'gzip', ?) on conflict (digest) do nothing",
      file.digest,
      file.size,
      gzipSync(file.bytes),
    );
    await tx.run(
      "insert into version_file (connector_id, version, path, digest, is_binary) values (?, ?, ?, ?, ?)",
      row.connector_id,
      row.version,
      file.path,
      file.digest,
      file.binary ? 1 : 0,
    );
  }
}

/** Paths, sizes and digests of a version's files. */
export function listFiles(
  tx: Tx,
  connector: string,
  version: string,
): Promise<{ path: string; digest: string; size: number }[]> {
  return tx.all(
    `select f.path, f.digest, b.size from version_file f join blob b on b.digest = f.digest
     where f.connector_id = ? and f.version = ? order by f.path`,
    connector,
    version,
  );
}

/** A version's files with their bytes, each compared with its digest: rotten bytes are never handed out. */
export async function readFiles(tx: Tx, connector: string, version: string): Promise<StoredFile[]> {
  const rows = await tx.all<{ path: string; digest: string; size: number; is_binary: number; bytes: Uint8Array }>(
    `select f.path, f.digest, f.is_binary, b.size, b.bytes from version_file f join blob b on b.digest = f.digest
     where f.connector_id = ? and f.version = ? order by f.path`,
    connector,
    version,
  );
  return rows.map(({ path, digest, size, is_binary, bytes: compressed }) => {
    const bytes = gunzipSync(compressed);
    if (digestText(sha256(bytes)) !== digest) throw new Error(`the bytes of ${digest} do not match their digest`);
    return { path, digest, size, binary: is_binary === 1, bytes };
  });
}
