/** What an operator does with a store besides serving it. Each command ends with a sentence, and with 1 where something is wrong. */
import { chmodSync, copyFileSync, existsSync, statSync } from "node:fs";
import path from "node:path";
import { StartError } from "../start-error.ts";
import type { Store } from "../store/driver.ts";
import { openPostgres } from "../store/postgres.ts";
import { addressFile, findSqlite, openSqlite, prepareFolder, storeFile } from "../store/sqlite.ts";
import { exportStore, importStore, type TableSum } from "./transfer.ts";
import { verifyStore } from "./verify.ts";

export interface AdminOptions {
  readonly folder: string;
  /** URL of a PostgreSQL database, which then is the store. */
  readonly database: string | undefined;
  readonly now: string;
  readonly say: (line: string) => void;
}

export type AdminCommand = "backup" | "restore" | "verify" | "doctor" | "export" | "import";
export const adminCommands: readonly AdminCommand[] = ["backup", "restore", "verify", "doctor", "export", "import"];
/** Commands that write to, or read from, a file. */
export const withFile: ReadonlySet<string> = new Set(["backup", "restore", "export", "import"]);

/** Runs a command; gives the exit code. */
export async function administrate(command: AdminCommand, file: string, options: AdminOptions): Promise<number> {
  switch (command) {
    case "backup":
      return backup(file, options);
    case "restore":
      return restore(file, options);
    case "doctor":
      return doctor(options);
    case "verify":
      return withStore(options, (store) => verify(store, options));
    case "export":
      return withStore(options, async (store) => {
        if (existsSync(file))
          throw new StartError(`${file} exists already. Give another name; nothing is overwritten.`);
        sayMoved(await exportStore(store, file, options.now), `to ${file}`, options);
        return 0;
      });
    case "import":
      if (!existsSync(file)) throw new StartError(`There is no file ${file}.`);
      return withStore(options, async (store) => {
        sayMoved(await importStore(store, file), `from ${file}, and read back with equal hashes`, options);
        return 0;
      });
  }
}

async function withStore(options: AdminOptions, work: (store: Store) => Promise<number>): Promise<number> {
  const store = await openStore(options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function openStore({ folder, database, now }: AdminOptions): Promise<Store> {
  if (!database) return openSqlite(folder, now);
  return openPostgres(database, now);
}

function sayMoved(sums: readonly TableSum[], where: string, { say }: AdminOptions): void {
  for (const { name, rows, sha256 } of sums) say(`${String(rows).padStart(9)}  ${name.padEnd(18)} ${sha256}`);
  say(`${sums.reduce((sum, { rows }) => sum + rows, 0)} rows ${where}.`);
}

async function verify(store: Store, { say }: AdminOptions): Promise<number> {
  const { blobs, versions, events, problems } = await verifyStore(store);
  for (const problem of problems) say(problem);
  say(
    problems.length
      ? `${problems.length} problem${problems.length === 1 ? "" : "s"}. Restore a backup, and keep this store to find out what happened.`
      : `All is well: ${versions} versions, ${blobs} contents and ${events} events are what they were when they were written.`,
  );
  return problems.length ? 1 : 0;
}

/** A copy of the embedded store as it is at this moment; the registry may go on. */
function backup(file: string, { folder, database, say }: AdminOptions): number {
  if (database)
    throw new StartError("A backup of PostgreSQL is for its own tools (pg_dump). Here, export moves everything.");
  if (existsSync(file)) throw new StartError(`${file} exists already. Give another name; nothing is overwritten.`);
  const sqlite = findSqlite();
  const source = path.join(folder, storeFile);
  if (!sqlite || !existsSync(source))
    throw new StartError(`There is no store in ${folder}. Name its folder with --data.`);
  const connection = new sqlite.DatabaseSync(source, { readOnly: true });
  try {
    connection.prepare("vacuum into ?").run(file);
  } finally {
    connection.close();
  }
  chmodSync(file, 0o600);
  say(
    `${file} has the store of ${folder}, ${Math.ceil(statSync(file).size / 1024)} kB. Tokens are in it as hashes only.`,
  );
  return 0;
}

/** Puts a backup into a new folder, and proves it. */
async function restore(file: string, options: AdminOptions): Promise<number> {
  const { folder, database, say } = options;
  if (database)
    throw new StartError(
      "A backup of a folder is restored into a folder. Unset DATABASE_URL; export and import move it from there.",
    );
  if (!existsSync(file)) throw new StartError(`There is no file ${file}.`);
  const target = path.join(folder, storeFile);
  if (existsSync(target))
    throw new StartError(`${folder} has a store already. Give another folder with --data; nothing is overwritten.`);
  prepareFolder(folder);
  copyFileSync(file, target);
  chmodSync(target, 0o600);
  say(`Restored to ${folder}.`);
  return withStore(options, (store) => verify(store, options));
}

/** Looks whether a registry could work here, and says what is in the way. */
async function doctor(options: AdminOptions): Promise<number> {
  const { folder, database, say } = options;
  const sqlite = findSqlite();
  const problems: string[] = [];
  const look = (isWell: boolean, well: string, problem: string): void => {
    if (isWell) say(`ok    ${well}`);
    else {
      problems.push(problem);
      say(`wrong ${problem}`);
    }
  };
  look(
    database !== undefined || sqlite !== undefined,
    `Node ${process.versions.node}`,
    `Node ${process.versions.node} has no node:sqlite; install 22.13 or later, or set DATABASE_URL.`,
  );
  if (existsSync(path.join(folder, addressFile)) && !database) {
    say(`ok    a registry is running on ${folder}; its own store is left to it`);
    return problems.length ? 1 : 0;
  }
  try {
    await withStore(options, async (store) => {
      const rows = await store.read((tx) => tx.all<{ id: string }>("select id from schema_migration order by id"));
      look(true, database ? "the database answers" : `the folder ${folder} can be read and written`, "");
      look(true, `tables up to ${rows.at(-1)?.id ?? "none"}`, "");
      const { problems: found } = await verifyStore(store);
      look(
        found.length === 0,
        "content, versions and events are whole",
        `${found.length} things are not what they were written as; verify lists them`,
      );
      return 0;
    });
  } catch (error) {
    look(false, "", error instanceof Error ? error.message : String(error));
  }
  return problems.length ? 1 : 0;
}
