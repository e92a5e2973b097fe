/** Proves that a store holds what it promises: every byte, every digest, every chain of events. */
import { gunzipSync } from "node:zlib";
import { digestText, versionDigest } from "../../core/api/digest.ts";
import { sha256 } from "../hash.ts";
import { type AuditRow, auditHash } from "../store/audit.ts";
import type { Store, Tx } from "../store/driver.ts";
import { columnsOf, rowsOf, tables } from "./tables.ts";

export interface Verification {
  readonly blobs: number;
  readonly versions: number;
  readonly events: number;
  /** Sentences; empty where all is well. */
  readonly problems: readonly string[];
}

/** Reads everything once. Nothing is changed. */
export function verifyStore(store: Store): Promise<Verification> {
  return store.read(async (tx) => {
    const problems: string[] = [];
    const blobs = await verifyBlobs(tx, problems);
    const versions = await verifyVersions(tx, blobs, problems);
    const events = await verifyChains(tx, problems);
    return { blobs: blobs.size, versions, events, problems };
  });
}

/** Sizes by digest of all blobs that are what their digest says. */
async function verifyBlobs(tx: Tx, problems: string[]): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for await (const row of objectsOf(tx, "blob")) {
    const digest = String(row.digest);
    try {
      const bytes = gunzipSync(Buffer.from(String(row.bytes), "base64"));
      if (digestText(sha256(bytes)) === digest && bytes.length === row.size) sizes.set(digest, bytes.length);
      else problems.push(`The content ${digest} is not what it was when it was published.`);
    } catch {
      problems.push(`The content ${digest} cannot be unpacked.`);
    }
  }
  return sizes;
}

async function verifyVersions(tx: Tx, blobs: ReadonlyMap<string, number>, problems: string[]): Promise<number> {
  const files = new Map<string, { path: string; digest: string; size: number }[]>();
  for await (const row of objectsOf(tx, "version_file")) {
    const key = `${row.connector_id}@${row.version}`;
    const digest = String(row.digest);
    const size = blobs.get(digest);
    if (size === undefined) problems.push(`${key} lacks the content of ${row.path}.`);
    files.set(key, [...(files.get(key) ?? []), { path: String(row.path), digest, size: size ?? -1 }]);
  }
  const latest = new Map<string, string>();
  for await (const row of objectsOf(tx, "connector")) latest.set(String(row.id), String(row.latest_version));
  let count = 0;
  for await (const row of objectsOf(tx, "connector_version")) {
    count++;
    const key = `${row.connector_id}@${row.version}`;
    const own = files.get(key) ?? [];
    if (!own.length) problems.push(`${key} has no files.`);
    else if (own.every(({ size }) => size >= 0) && versionDigest(own, sha256) !== row.digest)
      problems.push(`${key} does not have the files that it was published with.`);
    if (latest.get(String(row.connector_id)) === row.version) latest.delete(String(row.connector_id));
  }
  for (const [id, version] of latest)
    if (version) problems.push(`${id} names ${version} as its latest version, which is not there.`);
  return count;
}

async function verifyChains(tx: Tx, problems: string[]): Promise<number> {
  let count = 0;
  let before: AuditRow | undefined;
  let broken = "";
  for await (const each of objectsOf(tx, "audit_event")) {
    count++;
    const event = each as unknown as AuditRow;
    const first = before?.chain !== event.chain;
    const expected = first ? { seq: 1, hash: "" } : { seq: (before?.seq ?? 0) + 1, hash: before?.hash ?? "" };
    const isWhole = event.seq === expected.seq && event.prev_hash === expected.hash && auditHash(event) === event.hash;
    // What follows a broken link cannot be proved any more; it is said once for each chain.
    if (!isWhole && broken !== event.chain) {
      problems.push(
        `The events of ${event.chain} are broken at number ${event.seq}: one was changed, added or taken out.`,
      );
      broken = event.chain;
    }
    before = event;
  }
  return count;
}

async function* objectsOf(tx: Tx, name: string): AsyncGenerator<Record<string, string | number | null>> {
  const table = tables.find((each) => each.name === name);
  if (!table) return;
  const columns = await columnsOf(tx, table);
  if (!columns.length) return;
  for await (const row of rowsOf(tx, table, columns))
    yield Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null]));
}
