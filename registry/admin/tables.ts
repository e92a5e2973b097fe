/** What a store consists of, for moving and proving it: every table with its key, those that others refer to first. */
import type { Tx, Value } from "../store/driver.ts";

export interface Table {
  readonly name: string;
  readonly key: readonly string[];
  /** Columns that hold bytes, which travel as base64. */
  readonly bytes?: readonly string[];
}

export const tables: readonly Table[] = [
  { name: "enterprise", key: ["id"] },
  { name: "api_token", key: ["id"] },
  { name: "connector", key: ["id"] },
  { name: "blob", key: ["digest"], bytes: ["bytes"] },
  { name: "connector_version", key: ["connector_id", "version"] },
  { name: "version_file", key: ["connector_id", "version", "path"] },
  { name: "connection", key: ["enterprise", "id"] },
  { name: "orchestration_ref", key: ["enterprise", "id", "connector_id", "operation"] },
  { name: "usage_daily", key: ["connector_id", "day", "version", "enterprise", "operation"] },
  { name: "usage_report", key: ["source", "sequence"] },
  { name: "audit_event", key: ["chain", "seq"] },
  { name: "outbox", key: ["id"] },
  { name: "draft", key: ["id"] },
  { name: "draft_file", key: ["draft_id", "path"] },
  { name: "review", key: ["id"] },
  { name: "review_file", key: ["review_id", "path"] },
  { name: "idempotency", key: ["id"] },
  { name: "policy", key: ["subject"] },
  { name: "subscription", key: ["id"] },
  { name: "notice", key: ["id"] },
  { name: "delivery", key: ["id"] },
  { name: "term", key: ["term"] },
  { name: "term_gram", key: ["gram", "term"] },
  { name: "connector_term", key: ["term", "connector_id", "weight"] },
  { name: "connector_domain", key: ["connector_id", "domain"] },
  { name: "device_code", key: ["device_hash"] },
];

/** Rows that are read at once: enough to be quick, few enough to be held. */
const PAGE = 500;

/** A row as it travels: its values in the order of `columns`. */
export type TravelRow = (string | number | null)[];

/** The columns of a table by name, in alphabetical order, which is the same on every store. */
export async function columnsOf(tx: Tx, { name }: Table): Promise<string[]> {
  const row = await tx.get(`select * from ${name} limit 1`);
  return row ? Object.keys(row).sort() : [];
}

/** All rows of a table in the order of its key. */
export async function* rowsOf(tx: Tx, table: Table, columns: readonly string[]): AsyncGenerator<TravelRow> {
  const { name, key, bytes = [] } = table;
  const list = columns.join(", ");
  const order = `order by ${key.join(", ")} limit ${PAGE}`;
  const marks = key.map(() => "?").join(", ");
  let last: Value[] | undefined;
  for (;;) {
    const rows = last
      ? await tx.all(`select ${list} from ${name} where (${key.join(", ")}) > (${marks}) ${order}`, ...last)
      : await tx.all(`select ${list} from ${name} ${order}`);
    for (const row of rows)
      yield columns.map((column) => {
        const value = row[column] ?? null;
        return bytes.includes(column)
          ? Buffer.from(value as Uint8Array).toString("base64")
          : (value as string | number | null);
      });
    const end = rows.at(-1);
    if (!end || rows.length < PAGE) return;
    last = key.map((column) => end[column] as Value);
  }
}

/** A row as the store takes it. */
export function storedRow({ bytes = [] }: Table, columns: readonly string[], row: TravelRow): Value[] {
  return row.map((value, i) => (bytes.includes(columns[i] ?? "") ? Buffer.from(String(value), "base64") : value));
}
