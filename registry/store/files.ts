/** The files of versions, drafts and requests, and the bytes behind them, each kept once however often it is used. */
import { gunzipSync, gzipSync } from "node:zlib";
import { digestText } from "../../core/api/digest.ts";
import type { FileInfo } from "../../core/api/types.ts";
import { sha256 } from "../hash.ts";
import type { Tx } from "./driver.ts";

export interface StoredFile {
  path: string;
  digest: string;
  size: number;
  binary: boolean;
  bytes: Uint8Array;
}

/** Whose files: the table that lists them, and the columns that say which of its rows. The names come from the code. */
export interface FileOwner {
  readonly table: "version_file" | "draft_file" | "review_file";
  readonly key: Readonly<Record<string, string>>;
}

export async function insertFiles(tx: Tx, { table, key }: FileOwner, files: readonly StoredFile[]): Promise<void> {
  const columns = [...Object.keys(key), "path", "digest", "is_binary"];
  const marks = columns.map(() => "?").join(", ");
  for (const { path, digest, size, binary, bytes } of files) {
    await tx.run(
      "insert into blob (digest, size, encoding, bytes) values (?, ?, 'gzip', ?) on conflict (digest) do nothing",
      digest,
      size,
      gzipSync(bytes),
    );
    await tx.run(
      `insert into ${table} (${columns.join(", ")}) values (${marks})`,
      ...Object.values(key),
      path,
      digest,
      binary ? 1 : 0,
    );
  }
}

/** Paths, sizes and digests. */
export function listFiles(tx: Tx, owner: FileOwner): Promise<FileInfo[]> {
  return tx.all(
    `select f.path, f.digest, b.size from ${owner.table} f join blob b on b.digest = f.digest
     where ${conditionOf(owner)} order by f.path`,
    ...Object.values(owner.key),
  );
}

/** Files with their bytes, each compared with its digest: rotten bytes are never handed out. */
export async function readFiles(tx: Tx, owner: FileOwner): Promise<StoredFile[]> {
  const rows = await tx.all<{ path: string; digest: string; size: number; is_binary: number; bytes: Uint8Array }>(
    `select f.path, f.digest, f.is_binary, b.size, b.bytes from ${owner.table} f join blob b on b.digest = f.digest
     where ${conditionOf(owner)} order by f.path`,
    ...Object.values(owner.key),
  );
  return rows.map(({ path, digest, size, is_binary, bytes: compressed }) => {
    const bytes = gunzipSync(compressed);
    if (digestText(sha256(bytes)) !== digest) throw new Error(`the bytes of ${digest} do not match their digest`);
    return { path, digest, size, binary: is_binary === 1, bytes };
  });
}

/** Takes files away, and the bytes that nothing else uses. Only drafts ever lose files. */
export async function deleteFiles(tx: Tx, owner: FileOwner): Promise<void> {
  const gone = await tx.all<{ digest: string }>(
    `select f.digest from ${owner.table} f where ${conditionOf(owner)}`,
    ...Object.values(owner.key),
  );
  await tx.run(`delete from ${owner.table} as f where ${conditionOf(owner)}`, ...Object.values(owner.key));
  for (const { digest } of gone)
    await tx.run(
      `delete from blob where digest = ?
       and not exists (select 1 from version_file where version_file.digest = blob.digest)
       and not exists (select 1 from draft_file where draft_file.digest = blob.digest)
       and not exists (select 1 from review_file where review_file.digest = blob.digest)`,
      digest,
    );
}

function conditionOf({ key }: FileOwner): string {
  return Object.keys(key)
    .map((column) => `f.${column} = ?`)
    .join(" and ");
}
