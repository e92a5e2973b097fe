/** The store for many processes: a PostgreSQL database of version 15 or later. */
import type pg from "pg";
import { StartError } from "../start-error.ts";
import { LostRace, type Row, type Store, StoreUnavailable, type Tx, type Value } from "./driver.ts";
import { migrate } from "./migrate.ts";

/** `bigint`, and sums of it, come as text, because they may be larger than a number. None of ours is. */
const NUMBERS: ReadonlySet<number> = new Set([20, 1700]);

/**
 * What the database answers when another transaction was faster: with its row, or with taking away the bytes that a row refers to.
 * The work is done again, and then sees what that one did.
 */
const LOST_RACES: ReadonlySet<string> = new Set(["40001", "40P01", "23503", "23505", "42P07"]);
const ATTEMPTS = 8;

/** SQLSTATE classes of a database that cannot work now: connection lost, out of resources, taken down, not in shape. */
const AWAY = /^(?:08|53|57P|58|25006)/;

/** Opens the database of a URL and brings its tables up to date. The URL holds a password and is never part of a message. */
export async function openPostgres(url: string, now: string): Promise<Store> {
  // Loaded only where it is used: most registries are embedded. The rest of this module is small, and is not put off, because a bundler
  // then has to keep everything that it shares with others in pieces.
  const { Pool, types } = (await import("pg")).default;
  const pool = new Pool({
    connectionString: url,
    application_name: "patchbay",
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    types: { getTypeParser: (id, format) => (NUMBERS.has(id) ? Number : types.getTypeParser(id, format as "text")) },
  });
  // An idle connection that the server closes is replaced with the next question; nobody waits for this one.
  pool.on("error", () => {});
  // One that is at work tells its next statement of it; without somebody who listens, the whole process would end.
  pool.on("connect", (client) => client.on("error", () => {}));
  const store = new PostgresStore(pool);
  try {
    await ensureVersion(store);
    await migrate(store, now);
    return store;
  } catch (error) {
    await store.close();
    throw startProblem(error);
  }
}

async function ensureVersion(store: Store): Promise<void> {
  const row = await store.read((tx) => tx.get<{ server_version_num: string }>("show server_version_num"));
  const major = Math.floor(Number(row?.server_version_num ?? 0) / 10_000);
  if (major < 15) throw new StartError(`The database is PostgreSQL ${major}; the registry needs 15 or later.`);
}

function startProblem(error: unknown): unknown {
  if (error instanceof StartError) return error;
  const code = codeOf(error);
  if (code.startsWith("28")) return new StartError("The database refuses this user or password. Check DATABASE_URL.");
  if (code === "3D000") return new StartError("There is no such database. Create it, or check DATABASE_URL.");
  if (code === "42501")
    return new StartError("The database lets this user make no tables. Grant it CREATE on its schema.");
  if (error instanceof StoreUnavailable) return new StartError(`${error.message} Check DATABASE_URL.`);
  return error;
}

function isLostRace(error: unknown): boolean {
  return error instanceof LostRace || LOST_RACES.has(codeOf(error));
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === "string" ? code : "";
}

class PostgresStore implements Store {
  private readonly pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.pool = pool;
  }

  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction("begin isolation level repeatable read read only", work);
  }

  async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.transaction("begin", work);
      } catch (error) {
        if (attempt === ATTEMPTS || !isLostRace(error)) throw error;
        // Whoever was faster gets time to finish; all of them at once would only meet again.
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * attempt));
      }
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async transaction<T>(begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    let client: pg.PoolClient;
    try {
      client = await this.pool.connect();
    } catch (error) {
      throw explain(error);
    }
    let broken: Error | undefined;
    // A connection that is lost while no question is under way says so by an event, which would end the process.
    const lost = (error: Error): void => {
      broken = error;
    };
    client.on("error", lost);
    let isCommitting = false;
    try {
      await client.query(begin);
      const result = await work(txOf(client));
      isCommitting = true;
      await client.query("commit");
      return result;
    } catch (error) {
      await client.query("rollback").catch((failure: Error) => {
        broken = failure;
      });
      if (!broken) throw explain(error);
      // An answer to the commit that was lost may have been either.
      throw new StoreUnavailable(
        isCommitting
          ? "The database went away while it was storing. Look whether it is there, and try again if not."
          : "The database went away. Nothing was stored; try again.",
        { cause: error },
      );
    } finally {
      client.off("error", lost);
      client.release(broken);
    }
  }
}

/** A connection's queries. Statements are named, so that the server plans each of them once per connection. */
function txOf(client: pg.PoolClient): Tx {
  const query = (sql: string, values: readonly Value[]) => {
    const { name, text } = statementOf(sql);
    return client.query({
      name,
      text,
      values: values.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value)),
    });
  };
  return {
    all: async <T = Row>(sql: string, ...values: Value[]) => (await query(sql, values)).rows as T[],
    get: async <T = Row>(sql: string, ...values: Value[]) => (await query(sql, values)).rows[0] as T | undefined,
    run: async (sql, ...values) => (await query(sql, values)).rowCount ?? 0,
  };
}

const statements = new Map<string, { name: string; text: string }>();

/**
 * The same statement with numbered parameters; no statement of the store has a question mark in a text. Tables compare texts
 * byte by byte, as SQLite does: how a database sorts by itself depends on where it was made.
 */
function statementOf(sql: string): { name: string; text: string } {
  let statement = statements.get(sql);
  if (!statement) {
    let count = 0;
    const plain = /^\s*create table/i.test(sql) ? sql.replace(/\btext\b/g, 'text collate "C"') : sql;
    statement = { name: `s${statements.size}`, text: plain.replace(/\?/g, () => `$${++count}`) };
    statements.set(sql, statement);
  }
  return statement;
}

function explain(error: unknown): unknown {
  const code = codeOf(error);
  const isAway =
    AWAY.test(code) || /^E[A-Z]+$/.test(code) || (error instanceof Error && /terminated|timeout/i.test(error.message));
  if (!isAway) return error;
  return new StoreUnavailable("The database does not answer. Nothing was stored; try again.", { cause: error });
}
