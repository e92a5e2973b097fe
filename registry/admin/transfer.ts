/** A whole store as lines of JSON: written from one, read into another, and proved equal by a hash for each table. */
import { createHash, type Hash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { StartError } from "../start-error.ts";
import type { Store, Tx, Value } from "../store/driver.ts";
import { latestMigration } from "../store/migrate.ts";
import { columnsOf, rowsOf, storedRow, type Table, type TravelRow, tables } from "./tables.ts";

const FORMAT = 1;

/** How many rows there are, and a hash of all of them. */
export interface TableSum {
  readonly name: string;
  readonly rows: number;
  readonly sha256: string;
}

type Line =
  | { patchbay_export: number; migration: string; at: string }
  | { table: string; columns: string[] }
  | { end: string; rows: number; sha256: string }
  | { done: true; sha256: string };

/** Writes everything to a file. One consistent state is read, also while others write to a shared database. */
export async function exportStore(store: Store, file: string, now: string): Promise<TableSum[]> {
  const out = createWriteStream(file, { mode: 0o600, flags: "wx" });
  const failed = once(out, "error").then(([error]) => {
    throw error;
  });
  // Awaited only through the race below; without this, an error before it would end the process.
  failed.catch(() => {});
  const say = async (value: Line | TravelRow): Promise<void> => {
    if (!out.write(`${JSON.stringify(value)}\n`)) await Promise.race([once(out, "drain"), failed]);
  };
  const sums: TableSum[] = [];
  await say({ patchbay_export: FORMAT, migration: latestMigration, at: now });
  await store.read(async (tx) => {
    for (const table of tables) {
      const columns = await columnsOf(tx, table);
      await say({ table: table.name, columns });
      const sum = await sumOf(tx, table, columns, say);
      sums.push(sum);
      await say({ end: sum.name, rows: sum.rows, sha256: sum.sha256 });
    }
  });
  await say({ done: true, sha256: totalOf(sums) });
  out.end();
  await Promise.race([once(out, "finish"), failed]);
  return sums;
}

/** Reads a file into an empty store, in one transaction: all of it is there, and equal to what was written, or nothing. */
export async function importStore(store: Store, file: string): Promise<TableSum[]> {
  return store.write(async (tx) => {
    await ensureEmpty(tx);
    const sums: TableSum[] = [];
    let open: { table: Table; columns: string[]; batch: Value[][]; hash: Hash; rows: number } | undefined;
    let isBegun = false;
    let isDone = false;
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line === "") continue;
      const value = readLine(line, file);
      if (!isBegun) {
        ensureFormat(value, file);
        isBegun = true;
      } else if (Array.isArray(value)) {
        if (!open) throw damaged(file);
        open.hash.update(`${JSON.stringify(value)}\n`);
        open.rows++;
        open.batch.push(storedRow(open.table, open.columns, value));
        if (open.batch.length === BATCH) await insert(tx, open);
      } else if ("table" in value) {
        const table = tables.find(({ name }) => name === value.table);
        if (!table || open) throw damaged(file);
        open = { table, columns: readColumns(value.columns, file), batch: [], hash: createHash("sha256"), rows: 0 };
      } else if ("end" in value) {
        if (open?.table.name !== value.end) throw damaged(file);
        await insert(tx, open);
        const written = { name: value.end, rows: open.rows, sha256: open.hash.digest("hex") };
        const stored = await sumOf(tx, open.table, open.columns);
        if (written.sha256 !== value.sha256 || written.rows !== value.rows) throw damaged(file);
        if (stored.sha256 !== value.sha256)
          throw new StartError(`The table ${value.end} reads otherwise than it was written. Nothing was imported.`);
        sums.push(stored);
        open = undefined;
      } else if ("done" in value) isDone = value.sha256 === totalOf(sums);
    }
    if (!isDone || sums.length !== tables.length) throw damaged(file);
    return sums;
  });
}

async function sumOf(
  tx: Tx,
  table: Table,
  columns: readonly string[],
  each?: (row: TravelRow) => Promise<void>,
): Promise<TableSum> {
  const hash = createHash("sha256");
  let rows = 0;
  if (columns.length)
    for await (const row of rowsOf(tx, table, columns)) {
      hash.update(`${JSON.stringify(row)}\n`);
      rows++;
      await each?.(row);
    }
  return { name: table.name, rows, sha256: hash.digest("hex") };
}

function totalOf(sums: readonly TableSum[]): string {
  return createHash("sha256").update(JSON.stringify(sums)).digest("hex");
}

/** Rows that are inserted at once; a statement takes at most some thousands of values. */
const BATCH = 50;

async function insert(tx: Tx, open: { table: Table; columns: readonly string[]; batch: Value[][] }): Promise<void> {
  const { table, columns, batch } = open;
  if (!batch.length) return;
  const marks = `(${columns.map(() => "?").join(", ")})`;
  await tx.run(
    `insert into ${table.name} (${columns.join(", ")}) values ${batch.map(() => marks).join(", ")}`,
    ...batch.flat(),
  );
  open.batch = [];
}

async function ensureEmpty(tx: Tx): Promise<void> {
  for (const { name } of tables)
    if (await tx.get(`select 1 as one from ${name} limit 1`))
      throw new StartError(
        "This store is not empty. Import into a new folder, or into a database that no registry has been started on.",
      );
}

function readLine(line: string, file: string): Line | TravelRow {
  try {
    return JSON.parse(line) as Line | TravelRow;
  } catch {
    throw damaged(file);
  }
}

function ensureFormat(value: Line | TravelRow, file: string): void {
  if (Array.isArray(value) || !("patchbay_export" in value))
    throw new StartError(`${file} is no export of a registry.`);
  if (value.patchbay_export !== FORMAT || value.migration !== latestMigration)
    throw new StartError(
      `${file} was written by another version of Patchbay (${value.migration}; this one has ${latestMigration}). Export it again with this version.`,
    );
}

/** Names of columns become part of a statement, so they are held to what a name can be. */
function readColumns(columns: readonly string[], file: string): string[] {
  if (!Array.isArray(columns) || columns.some((name) => !/^[a-z_0-9]+$/.test(name))) throw damaged(file);
  return [...columns];
}

function damaged(file: string): StartError {
  return new StartError(`${file} is damaged or not complete. Nothing was imported; export again.`);
}
