/** Brings the tables of a store up to date: each migration runs once, in order, and is never changed afterwards. */
import { createHash } from "node:crypto";
import * as start from "../migrations/0001-start.ts";
import * as reviews from "../migrations/0002-reviews.ts";
import * as notices from "../migrations/0003-notices.ts";
import * as search from "../migrations/0004-search.ts";
import * as access from "../migrations/0005-access.ts";
import { StartError } from "../start-error.ts";
import type { Store, Tx } from "./driver.ts";

interface Migration {
  readonly id: string;
  readonly sql: string;
  /** What cannot be said in SQL. It runs after the last migration, on the tables as the present code knows them. */
  readonly after?: (tx: Tx) => Promise<void>;
}

/** All migrations, oldest first. */
export const migrations: readonly Migration[] = [start, reviews, notices, search, access];

/** Id of the newest migration that this registry knows. */
export const latestMigration: string = migrations.at(-1)?.id ?? "";

/** Whether a store that is in use already has migrations before it. */
export function isBehind(store: Store, listTables: string): Promise<boolean> {
  return store.read(async (tx) => {
    if (!(await tx.get(listTables, "schema_migration"))) return false;
    const applied = await tx.all("select id from schema_migration");
    return applied.length > 0 && applied.length < migrations.length;
  });
}

/** Runs the migrations that the store has not seen, and refuses a store that a newer registry or another history made. */
export async function migrate(store: Store, now: string): Promise<void> {
  await store.write(async (tx) => {
    await tx.run(
      "create table if not exists schema_migration (id text primary key, checksum text not null, applied_at text not null)",
    );
    const applied = await tx.all<{ id: string; checksum: string }>(
      "select id, checksum from schema_migration order by id",
    );
    for (const { id } of applied)
      if (!migrations.some((migration) => migration.id === id))
        throw new StartError(`The store was made by a newer registry (migration ${id}). Update Patchbay.`);
    const afterwards: ((tx: Tx) => Promise<void>)[] = [];
    for (const { id, sql, after } of migrations) {
      const checksum = createHash("sha256").update(sql).digest("hex");
      const known = applied.find((each) => each.id === id);
      if (known && known.checksum !== checksum)
        throw new StartError(
          `Migration ${id} of the store differs from the one in this registry. Use the registry that made it.`,
        );
      if (known) continue;
      for (const statement of sql.split(";")) if (statement.trim() !== "") await tx.run(statement);
      await tx.run("insert into schema_migration (id, checksum, applied_at) values (?, ?, ?)", id, checksum, now);
      if (after) afterwards.push(after);
    }
    for (const after of afterwards) await after(tx);
  });
}
