/** The embedded store: one SQLite file in a folder, written by exactly one process. */
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { StartError } from "../start-error.ts";
import { type Row, type Store, StoreUnavailable, type Tx, type Value } from "./driver.ts";
import { isBehind, latestMigration, migrate } from "./migrate.ts";

type Sqlite = typeof import("node:sqlite");

/** SQLite's result codes that the store tells apart; extended codes carry them in their low byte. */
const codes = { busy: 5, locked: 6, readonly: 8, ioError: 10, full: 13, cantOpen: 14 };

/** Name of the file in which a running registry leaves its address. */
export const addressFile = "address";

/** Name of the file that is the store. */
export const storeFile = "registry.db";

/** Gives `node:sqlite`, or nothing where this Node has none; a static import would fail before anything could be said. */
export function findSqlite(): Sqlite | undefined {
  return process.getBuiltinModule?.("node:sqlite") as Sqlite | undefined;
}

/** Opens the store of a folder, which is created if need be, and brings its tables up to date. */
export async function openSqlite(folder: string, now: string): Promise<Store> {
  const sqlite = findSqlite();
  if (!sqlite) throw new StartError("This Node has no node:sqlite.");
  prepareFolder(folder);
  const lock = takeLock(sqlite, folder);
  try {
    const database = new sqlite.DatabaseSync(path.join(folder, storeFile));
    // Without FULL, a power cut can lose transactions that were acknowledged.
    database.exec(
      "pragma journal_mode = wal; pragma synchronous = full; pragma fullfsync = 1; pragma foreign_keys = on",
    );
    const store = new SqliteStore(database, lock, folder);
    if (await isBehind(store, "select name from sqlite_master where type = 'table' and name = ?"))
      copyBefore(
        database,
        path.join(folder, `${storeFile}.before-${latestMigration}-${now.replace(/\D/g, "").slice(0, 14)}`),
      );
    await migrate(store, now);
    return store;
  } catch (error) {
    lock.close();
    throw startProblem(error, folder);
  }
}

/** Keeps the store as it is before its tables are changed; the copy is on the disk before anything is. */
function copyBefore(database: DatabaseSync, file: string): void {
  // What an attempt of the same second left behind is not whole.
  rmSync(file, { force: true });
  database.prepare("vacuum into ?").run(file);
  chmodSync(file, 0o600);
  const handle = openSync(file, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes a folder that nobody else may read. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw startProblem(error, folder);
  }
}

/** The lock is a transaction of its own in a second file: the system drops it when the process ends, however it ends. */
function takeLock(sqlite: Sqlite, folder: string): DatabaseSync {
  let lock: DatabaseSync | undefined;
  try {
    const file = path.join(folder, "lock.db");
    lock = new sqlite.DatabaseSync(file, { timeout: 0 });
    lock.exec("pragma journal_mode = memory; begin exclusive; create table if not exists held (by text)");
    chmodSync(file, 0o600);
    return lock;
  } catch (error) {
    lock?.close();
    if (codeOf(error) === codes.busy || codeOf(error) === codes.locked) {
      const address = runningAddress(folder);
      const where = address === undefined ? "" : ` (it listens at ${address})`;
      throw new StartError(
        `The folder ${folder} is in use by another registry${where}. Use that one, stop it, or give another folder with --data.`,
      );
    }
    throw startProblem(error, folder);
  }
}

function runningAddress(folder: string): string | undefined {
  try {
    return readFileSync(path.join(folder, addressFile), "utf8").trim() || undefined;
  } catch {
    return undefined;
  }
}

function startProblem(error: unknown, folder: string): Error {
  if (error instanceof StartError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (codeOf(error) === codes.full)
    return new StartError(`The disk that holds ${folder} is full. Make room and start again.`);
  return new StartError(`The folder ${folder} cannot be used (${message}). Give a writable folder with --data.`);
}

function codeOf(error: unknown): number | undefined {
  const code = (error as { errcode?: unknown } | undefined)?.errcode;
  return typeof code === "number" ? code & 0xff : undefined;
}

class SqliteStore implements Store {
  private readonly database: DatabaseSync;
  private readonly lock: DatabaseSync;
  private readonly folder: string;
  private readonly statements = new Map<string, StatementSync>();
  /** One connection serves all requests: whoever comes next waits for the transaction before it. */
  private queue: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(database: DatabaseSync, lock: DatabaseSync, folder: string) {
    this.database = database;
    this.lock = lock;
    this.folder = folder;
  }

  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.enqueue(() => work(this.tx));
  }

  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.enqueue(async () => {
      this.database.exec("begin immediate");
      try {
        const result = await work(this.tx);
        this.database.exec("commit");
        return result;
      } catch (error) {
        // A full disk makes SQLite roll back by itself.
        if (this.database.isTransaction) this.database.exec("rollback");
        throw error;
      }
    });
  }

  close(): Promise<void> {
    return this.enqueue(async () => {
      this.closed = true;
      this.statements.clear();
      this.database.close();
      this.lock.close();
    });
  }

  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(async () => {
      if (this.closed) throw new StoreUnavailable("The registry is shutting down.");
      try {
        return await work();
      } catch (error) {
        throw this.explain(error);
      }
    });
    this.queue = result.catch(() => undefined);
    return result;
  }

  private explain(error: unknown): unknown {
    switch (codeOf(error)) {
      case codes.full:
        return new StoreUnavailable(
          `The disk that holds ${this.folder} is full. Nothing was stored; make room and try again.`,
          {
            cause: error,
          },
        );
      case codes.readonly:
      case codes.ioError:
      case codes.cantOpen:
      case codes.busy:
        return new StoreUnavailable(`The store in ${this.folder} cannot be read or written. Nothing was stored.`, {
          cause: error,
        });
      default:
        return error;
    }
  }

  private statement(sql: string): StatementSync {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.database.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  private readonly tx: Tx = {
    all: async <T = Row>(sql: string, ...values: Value[]) => this.statement(sql).all(...values) as T[],
    get: async <T = Row>(sql: string, ...values: Value[]) => this.statement(sql).get(...values) as T | undefined,
    run: async (sql, ...values) => Number(this.statement(sql).run(...values).changes),
  };
}
