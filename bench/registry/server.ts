/** Registries to measure: the bundle as a process of its own, on a folder or on PostgreSQL. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { createClient, type RegistryClient } from "../../core/api/client.ts";
import { type PostgresServer, startPostgres } from "../../test/support/postgres.ts";

export type StoreName = "embedded" | "PostgreSQL";

export interface RunningRegistry {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
  /** Milliseconds from starting the process until it listened. */
  readonly started: number;
  readonly client: RegistryClient;
  stop(): Promise<void>;
}

/** Where a store is, so that it can be filled before a registry runs on it. */
export interface Place {
  readonly store: StoreName;
  readonly folder: string;
  readonly database: string | undefined;
  remove(): Promise<void>;
}

let server: PostgresServer | string | undefined;
let databases = 0;

/** The server for the whole run, or why there is none. */
async function postgres(): Promise<PostgresServer | string> {
  server ??= await startPostgres();
  return server;
}

/** Ends the server, if one was started; as long as it runs, so does the bench. */
export function stopPostgres(): void {
  if (typeof server === "object") server.stop();
  server = undefined;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** A new place for a store; nothing where there is no PostgreSQL. */
export async function makePlace(store: StoreName): Promise<Place | undefined> {
  const folder = mkdtempSync(path.join(tmpdir(), "patchbay-bench-"));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  if (store === "embedded") return { store, folder, database: undefined, remove: async () => removeFolder() };
  const running = await postgres();
  if (typeof running === "string") return undefined;
  const name = `bench_${process.pid}_${databases++}`;
  await onServer(running.url, `create database ${name}`);
  return {
    store,
    folder,
    database: running.url.replace(/[^/]*$/, name),
    remove: async () => {
      removeFolder();
      await onServer(running.url, `drop database ${name} with (force)`);
    },
  };
}

/** Starts a registry as an operator does, without limits on how often somebody may ask. */
export async function startRegistry(bundle: string, { folder, database }: Place): Promise<RunningRegistry> {
  const begin = performance.now();
  const child: ChildProcess = spawn(process.execPath, [bundle, "start", "--data", folder, "--port", "0"], {
    env: { ...process.env, PATCHBAY_LIMITS: "off", ...(database && { DATABASE_URL: database }) },
    stdio: ["ignore", "pipe", process.env.BENCH_LOG ? "inherit" : "ignore"],
  });
  let text = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the registry ended with ${code}`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const found = /listening at (\S+)/.exec(text)?.[1];
      if (found) resolve(found);
    });
  });
  const started = performance.now() - begin;
  const token = readFileSync(path.join(folder, "admin-token"), "utf8").trim();
  return {
    url,
    token,
    pid: child.pid as number,
    started,
    client: createClient({ baseUrl: url, token, fetch }),
    stop: () =>
      new Promise((resolve) => {
        // One that has ended by itself says so no more.
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}
