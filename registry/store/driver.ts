/**
 * What the registry asks of a database, small enough for a second driver. The queries keep to what SQLite and PostgreSQL share:
 * `text`, `bigint` and `bytea`; JSON and times as text from the registry's clock; no sequences, triggers, arrays or `now()`.
 */

export type Value = string | number | null | Uint8Array;
export type Row = Record<string, Value>;

/** A transaction. Parameters stand for the `?` of a statement, in order. */
export interface Tx {
  all<T = Row>(sql: string, ...values: Value[]): Promise<T[]>;
  get<T = Row>(sql: string, ...values: Value[]): Promise<T | undefined>;
  /** The number of rows changed. */
  run(sql: string, ...values: Value[]): Promise<number>;
}

export interface Store {
  /** Runs queries on one consistent state. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs a transaction: everything is durable when the promise resolves, and nothing is kept when `work` throws. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The store cannot take anything in or give anything out now: disk full, folder gone, database away. */
export class StoreUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StoreUnavailable";
  }
}

/** What was looked at is not true any more, because another transaction was faster: the store does the work again from the start. */
export class LostRace extends Error {
  constructor() {
    super("another transaction was faster");
    this.name = "LostRace";
  }
}

/** Ends a transaction without keeping anything, but with a result: a dry run, or a request that changes nothing. */
class Rollback<T> extends Error {
  readonly result: T;
  constructor(result: T) {
    super("rolled back on purpose");
    this.result = result;
  }
}

/** Runs a transaction that may decide to keep nothing, by returning `keep: false`. */
export async function writeOrNot<T>(store: Store, work: (tx: Tx) => Promise<{ keep: boolean; result: T }>): Promise<T> {
  try {
    return await store.write(async (tx) => {
      const { keep, result } = await work(tx);
      if (!keep) throw new Rollback(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Rollback) return error.result as T;
    throw error;
  }
}
