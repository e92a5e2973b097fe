import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { digestText, versionDigest } from "../../core/api/digest.ts";
import { tables } from "../../registry/admin/tables.ts";
import { verifyStore } from "../../registry/admin/verify.ts";
import { sha256 } from "../../registry/hash.ts";
import { auditHash } from "../../registry/store/audit.ts";
import type { Store } from "../../registry/store/driver.ts";
import { migrations } from "../../registry/store/migrate.ts";
import { openPostgres } from "../../registry/store/postgres.ts";
import { openSqlite } from "../../registry/store/sqlite.ts";
import { definition, onServer, startOfTests, temporaryFolder } from "./support.ts";

type Values = readonly (string | number | null | Uint8Array)[];
type Run = (sql: string, values?: Values) => Promise<unknown>;

/** A store as the first release left it, with a row in each of its tables, written without a line of the present code. */
async function writeFirstRelease(run: Run): Promise<void> {
  const [first] = migrations;
  await run("create table schema_migration (id text primary key, checksum text not null, applied_at text not null)");
  for (const statement of first!.sql.split(";")) if (statement.trim() !== "") await run(statement);
  const checksum = createHash("sha256").update(first!.sql).digest("hex");
  const insert = (table: string, row: Record<string, string | number | null | Uint8Array>) =>
    run(
      `insert into ${table} (${Object.keys(row).join(", ")}) values (${Object.keys(row)
        .map(() => "?")
        .join(", ")})`,
      Object.values(row),
    );
  await insert("schema_migration", { id: first!.id, checksum, applied_at: startOfTests });
  const at = startOfTests;
  const text = definition({ slug: "old", name: "Old Parcel Post" });
  const digest = digestText(sha256(Buffer.from(text)));
  const whole = versionDigest([{ path: "c.connector.yaml", digest, size: text.length }], sha256);
  await insert("enterprise", { id: "acme", created_at: at });
  await insert("api_token", {
    ...{ id: "t", prefix: "cxr_00000000", sha256: "x", principal: "ann", enterprise: "acme" },
    ...{ roles: '["viewer"]', scopes: "[]", created_at: at, created_by: "admin", expires_at: null, revoked_at: null },
  });
  await insert("connector", {
    ...{ id: "acme/old", namespace: "acme", slug: "old", enterprise: "acme", scope: "enterprise", state: "published" },
    ...{ name: "Old Parcel Post", sort_name: "old parcel post", description: "Follows parcels.", family: "definition" },
    ...{ type: "Logistics", auth: "none", search: "old", operations: 1, latest_version: "1.0.0", rev: 1 },
    ...{ created_by: "ann", created_at: at, updated_at: at, published_at: at },
  });
  await insert("blob", { digest, size: text.length, encoding: "gzip", bytes: gzipSync(text) });
  await insert("connector_version", {
    ...{ connector_id: "acme/old", version: "1.0.0", major: 1, minor: 0, patch: 0, digest: whole, size: text.length },
    ...{ bump: null, required_bump: null, baseline: null, notes: "", migration_guide: "", operation_ids: "[]" },
    ...{ findings: "[]", changes: "[]", counts: "{}", rules_version: "0.1.0", published_by: "ann", published_at: at },
  });
  await insert("version_file", {
    connector_id: "acme/old",
    version: "1.0.0",
    path: "c.connector.yaml",
    digest,
    is_binary: 0,
  });
  await insert("connection", {
    ...{
      enterprise: "globex",
      id: "c",
      connector_id: "acme/old",
      version: "1.0.0",
      state: "active",
      example: 0,
      updated_at: at,
    },
  });
  await insert("orchestration_ref", {
    enterprise: "globex",
    id: "o",
    connector_id: "acme/old",
    operation: "get_parcel",
    example: 0,
  });
  await insert("usage_daily", {
    ...{ connector_id: "acme/old", day: "2031-03-01", version: "1.0.0", enterprise: "globex", operation: "get_parcel" },
    ...{ calls: 3, example: 0 },
  });
  await insert("usage_report", { source: "s", sequence: 1, sha256: "x", received_at: at });
  const event = {
    chain: "acme/old",
    seq: 1,
    at,
    actor: "ann@acme",
    action: "version.published",
    detail: "{}",
    prev_hash: "",
  };
  await insert("audit_event", { ...event, hash: auditHash(event) });
  await insert("outbox", {
    ...{ id: "e", created_at: at, topic: "version.published", payload: '{"connector":"acme/old"}' },
    ...{ claimed_until: null, delivered_at: null, attempts: 0 },
  });
}

type All = (sql: string) => Promise<Record<string, unknown>[]>;

/** What the first release knew, as one hash: only its tables and columns. */
async function hashOfFirstRelease(all: All): Promise<string> {
  const known = [...migrations[0]!.sql.matchAll(/create table (\w+) \(([^;]*)\)/g)];
  const hash = createHash("sha256");
  for (const [, name = "", body = ""] of known) {
    const columns = [...body.matchAll(/^ {2}(\w+) (?:text|bigint|bytea)/gm)].map(([, column]) => column!).sort();
    const key = tables.find((table) => table.name === name)!.key.join(", ");
    const rows = await all(`select ${columns.join(", ")} from ${name} order by ${key}`);
    expect(rows, name).toHaveLength(1);
    const plain = (value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value);
    for (const row of rows) hash.update(JSON.stringify(columns.map((column) => plain(row[column]))));
  }
  return hash.digest("hex");
}

const reading =
  (store: Store): All =>
  (sql) =>
    store.read((tx) => tx.all(sql));

/** What the stores of the first release hold before anything is done to them; the same in both. */
let golden = "";

async function prove(store: Store): Promise<void> {
  expect(await hashOfFirstRelease(reading(store)), "what was there reads as it did").toBe(golden);
  expect((await verifyStore(store)).problems).toEqual([]);
  // What came with later releases works on what was there.
  const found = await store.read((tx) => tx.all("select term from connector_term where term = 'parcel'"));
  expect(found).toHaveLength(1);
}

describe("a store of the first release", () => {
  it("is brought up to date in a folder, with a copy as it was before", async () => {
    const { DatabaseSync } = await import("node:sqlite");
    const folder = temporaryFolder();
    const file = path.join(folder, "registry.db");
    const old = new DatabaseSync(file);
    await writeFirstRelease(async (sql, values = []) => old.prepare(sql).run(...(values as string[])));
    golden = await hashOfFirstRelease(async (sql) => old.prepare(sql).all());
    old.close();
    const store = await openSqlite(folder, startOfTests);
    await prove(store);
    await store.close();
    const copies = readdirSync(folder).filter((name) => name.startsWith("registry.db.before-"));
    expect(copies).toEqual([`registry.db.before-${migrations.at(-1)!.id}-20310301120000`]);
    expect(statSync(path.join(folder, copies[0]!)).mode & 0o777).toBe(0o600);
    // The copy is a store of the first release: it can be put in place and brought up to date again, with the same result.
    const again = temporaryFolder();
    const copy = new DatabaseSync(path.join(folder, copies[0]!), { readOnly: true });
    expect(copy.prepare("select id from schema_migration").all()).toHaveLength(1);
    copy.prepare("vacuum into ?").run(path.join(again, "registry.db"));
    copy.close();
    const second = await openSqlite(again, startOfTests);
    await prove(second);
    await second.close();
    // Nothing is copied where nothing is changed.
    const third = await openSqlite(folder, startOfTests);
    await third.close();
    expect(readdirSync(folder).filter((name) => name.startsWith("registry.db.before-"))).toHaveLength(1);
    for (const made of [folder, again]) rmSync(made, { recursive: true, force: true });
  });

  it("stays as it was when a migration fails", async () => {
    const { DatabaseSync } = await import("node:sqlite");
    const folder = temporaryFolder();
    const file = path.join(folder, "registry.db");
    const old = new DatabaseSync(file);
    await writeFirstRelease(async (sql, values = []) => old.prepare(sql).run(...(values as string[])));
    // A table of a later release is there already, so that its migration cannot make it.
    old.exec("create table term (something text)");
    old.close();
    await expect(openSqlite(folder, startOfTests)).rejects.toThrow(/cannot be used/);
    const after = new DatabaseSync(file, { readOnly: true });
    expect(after.prepare("select id from schema_migration").all()).toHaveLength(1);
    expect(after.prepare("select count(*) as number from connector").get()).toEqual({ number: 1 });
    after.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const server = process.env.PATCHBAY_TEST_POSTGRES;
  it.skipIf(!server)("is brought up to date in PostgreSQL (skipped without it)", async () => {
    const name = `first_${process.pid}`;
    await onServer(server!, `create database ${name}`);
    const url = server!.replace(/[^/]*$/, name);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await writeFirstRelease((sql, values = []) => {
      let count = 0;
      const text = /^\s*create table/i.test(sql) ? sql.replace(/\btext\b/g, 'text collate "C"') : sql;
      return client.query(
        text.replace(/\?/g, () => `$${++count}`),
        values.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value)),
      );
    });
    await client.end();
    const store = await openPostgres(url, startOfTests);
    await prove(store);
    await store.close();
    await onServer(server!, `drop database ${name} with (force)`);
  });
});

describe("the SQL of the registry", () => {
  const root = path.resolve(import.meta.dirname, "../../registry");
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.ts$/.test(name))
    .map((name) => [name, readFileSync(path.join(root, name), "utf8")] as const);
  /** The texts in a source that are statements, or parts of some. */
  const statements = sources.flatMap(([name, text]) =>
    [...text.matchAll(/`[^`]*`|"(?:[^"\\\n]|\\.)*"/g)]
      .map(([literal]) => literal)
      .filter((literal) =>
        /\b(?:select|insert into|update|delete from|create (?:table|index|unique index)|alter table)\b[\s\S]*\b(?:from|values|set|where|\()/i.test(
          literal,
        ),
      )
      .map((literal) => [name, literal.replace(/'[^']*'/g, "''")] as const),
  );

  it("is found by this test", () => {
    expect(statements.length).toBeGreaterThan(100);
  });

  // What Citus, YugabyteDB or CockroachDB do not have or do otherwise, and what SQLite and PostgreSQL do not share.
  it.each<[string, RegExp]>([
    ["the clock of the database", /\bnow\(\)|\bcurrent_(?:timestamp|date|time)\b/i],
    [
      "sequences",
      /\bserial\b|\bautoincrement\b|\bnextval\b|\bcreate sequence\b|generated (?:always|by default) as identity/i,
    ],
    ["generated columns", /\bgenerated always\b|\) stored\b/i],
    ["arrays", /\[\]|\barray\[|\bany\s*\(/i],
    [
      "types of one engine",
      /\bjsonb?\b|\btimestamptz?\b|\buuid\b|\bboolean\b|\bvarchar\b|\bserial\d?\b|\bdouble precision\b/i,
    ],
    ["enums and domains", /\bcreate (?:type|domain)\b/i],
    ["operators of JSON", /->>?|#>>?|@>|<@/],
    ["triggers, functions and procedures", /\bcreate (?:or replace )?(?:trigger|function|procedure)\b/i],
    ["views that are kept", /\bmaterialized\b/i],
    ["locks of its own", /\bpg_(?:try_)?advisory|\block table\b|\bfor (?:no key )?(?:update|share)\b|\bskip locked\b/i],
    ["notifications", /\blisten\b|\bnotify\b/i],
    ["constraints that are checked later, or exclude", /\bdeferrable\b|\bexclude (?:using|\()/i],
    ["comparison without regard to case", /\bilike\b|\bcollate nocase\b|~\*/i],
    ["indexes of one engine", /\busing (?:gin|gist|brin|spgist|hash)\b|\bconcurrently\b/i],
    ["inheritance and partitions", /\binherits\b|\bpartition (?:by|of)\b/i],
    ["full joins and lateral ones", /\bfull (?:outer )?join\b|\blateral\b/i],
    ["row numbers of the engine", /\browid\b|\bctid\b|\boid\b/i],
    ["replacing by deleting", /\binsert or replace\b|\breplace into\b/i],
    ["temporary tables", /\btemp(?:orary)? table\b/i],
  ])("has no %s", (_, forbidden) => {
    expect(statements.filter(([, text]) => forbidden.test(text))).toEqual([]);
  });

  it("makes columns of three types only", () => {
    for (const { sql } of migrations)
      for (const [, body = ""] of sql.matchAll(/create table \w+ \(([^;]*)\)/g))
        for (const line of body
          .split("\n")
          .map((each) => each.trim())
          .filter(Boolean))
          if (!/^(?:primary key|unique|check|foreign key)\b/.test(line))
            expect(line).toMatch(/^\w+ (?:text|bigint|bytea)\b/);
  });
});
