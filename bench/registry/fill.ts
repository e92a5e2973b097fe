/** Fills stores with made-up connectors by the store's own functions, without judging each of them: tens of thousands in a minute. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Store, Tx, Value } from "../../registry/store/driver.ts";
import { openPostgres } from "../../registry/store/postgres.ts";
import { putSearchable } from "../../registry/store/search.ts";
import { openSqlite } from "../../registry/store/sqlite.ts";
import type { Place } from "./server.ts";

const NOW = "2031-03-01T12:00:00.000Z";
const THINGS =
  "Invoice Parcel Ticket Order Payment Contact Lead Campaign Contract Asset Survey Shift Vehicle Booking Sensor Recipe".split(
    " ",
  );
const MAKERS =
  "Nord Alpine Harbor Lumen Cedar Quartz Willow Falcon Meadow Copper Juniper Granite Saffron Tundra Velvet Zephyr".split(
    " ",
  );
const KINDS = "Cloud Hub Desk Flow Suite Manager Sync Center Studio Tracker Portal Exchange".split(" ");
const VERBS = "Create Update Delete List Get Find Export Archive".split(" ");
const TYPES = ["CRM", "ERP", "Logistics", "Finance", "Support", "Marketing"];
const VERSIONS = ["1.0.0", "1.0.1", "1.1.0", "1.1.1", "2.0.0"];

/** Opens the store of a place for filling it. */
export function openPlace({ folder, database }: Place): Promise<Store> {
  return database ? openPostgres(database, NOW) : openSqlite(folder, NOW);
}

/** The n-th made-up connector: names that share words with many others, and one that is its own. */
export function madeUpConnector(index: number) {
  const pick = (list: readonly string[], step: number) => list[Math.floor(index / step) % list.length]!;
  const thing = pick(THINGS, 1);
  const maker = pick(MAKERS, THINGS.length);
  const kind = pick(KINDS, THINGS.length * MAKERS.length);
  const own = `${maker.slice(0, 3).toLowerCase()}${index.toString(36)}`;
  return {
    slug: `c-${index}`,
    name: `${maker} ${thing} ${kind} ${own}`,
    description: `Works with every ${thing.toLowerCase()} of ${maker} ${kind}, and tells other systems about changes of ${own}.`,
    type: TYPES[index % TYPES.length]!,
    auth: index % 3 === 0 ? "oauth2" : "api_key",
    operations: VERBS.map((verb) => `${verb}${thing}`),
    thing,
    own,
  };
}

async function insert(tx: Tx, table: string, rows: readonly Record<string, Value>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 100) {
    const some = rows.slice(at, at + 100);
    const names = Object.keys(some[0]!);
    const marks = `(${names.map(() => "?").join(", ")})`;
    await tx.run(
      `insert into ${table} (${names.join(", ")}) values ${some.map(() => marks).join(", ")}`,
      ...some.flatMap((row) => names.map((name) => row[name]!)),
    );
  }
}

/** Puts connectors with five versions each into a store; half of them are global. */
export async function fillStore(store: Store, count: number, progress: (text: string) => void): Promise<void> {
  const enterprises = Array.from({ length: 50 }, (_, index) => `firm-${index}`);
  await store.write((tx) =>
    insert(
      tx,
      "enterprise",
      enterprises.map((id) => ({ id, created_at: NOW })),
    ),
  );
  const STEP = 500;
  for (let from = 0; from < count; from += STEP) {
    await store.write((tx) => fillSome(tx, from, Math.min(count, from + STEP), enterprises));
    if (from % 10_000 === 0) progress(`${from} of ${count} connectors`);
  }
}

async function fillSome(tx: Tx, from: number, to: number, enterprises: readonly string[]): Promise<void> {
  const [connectors, blobs, versions, files]: Record<string, Value>[][] = [[], [], [], []];
  const words: (() => Promise<void>)[] = [];
  for (let index = from; index < to; index++) {
    const made = madeUpConnector(index);
    const { slug, name, description, type, auth, operations, thing } = made;
    const enterprise = enterprises[index % enterprises.length]!;
    const id = `${enterprise}/${slug}`;
    connectors!.push({
      ...{ id, namespace: enterprise, slug, enterprise, name, description, type, auth },
      scope: index % 2 === 0 ? "global" : "enterprise",
      state: "published",
      sort_name: name.toLowerCase(),
      family: "definition",
      search: "",
      operations: operations.length,
      latest_version: VERSIONS.at(-1)!,
      rev: VERSIONS.length,
      created_by: "bench",
      created_at: NOW,
      updated_at: NOW,
      published_at: NOW,
    });
    for (const version of VERSIONS) {
      const text = `overview:\n  name: ${name}\nversion: ${version}\n`;
      const digest = `sha256:${createHash("sha256").update(text).digest("hex")}`;
      const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
      blobs!.push({ digest, size: text.length, encoding: "gzip", bytes: gzipSync(text) });
      versions!.push({
        ...{ connector_id: id, version, major, minor, patch, digest },
        size: text.length,
        notes: "What changed.",
        migration_guide: "",
        operation_ids: JSON.stringify(operations),
        findings: "[]",
        changes: "[]",
        counts: '{"error":0,"warning":0,"info":0,"hint":0,"changes":0}',
        rules_version: "0",
        published_by: "bench",
        published_at: NOW,
      });
      files!.push({ connector_id: id, version, path: "made.connector.yaml", digest, is_binary: 0 });
    }
    const searchable = { name, slug, namespace: enterprise, type, description, operations, domains: [thing] };
    words.push(() => putSearchable(tx, id, searchable));
  }
  await insert(tx, "connector", connectors!);
  await insert(tx, "blob", blobs!);
  await insert(tx, "connector_version", versions!);
  await insert(tx, "version_file", files!);
  for (const put of words) await put();
}
