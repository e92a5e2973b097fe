/** A PostgreSQL server for the registry's suites: its own folder, its own socket and port, gone when the tests are. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

export interface PostgresServer {
  /** URL of its database `postgres`. */
  url: string;
  /** Ends it in order. */
  stop(): void;
  /** Ends it as a power cut does, and starts it again. */
  kill(): Promise<void>;
}

/** The programs of the newest version from 15 on that is installed. */
function findPrograms(): string | undefined {
  const usual = "/usr/lib/postgresql";
  const versions = existsSync(usual)
    ? readdirSync(usual)
        .map(Number)
        .filter((version) => version >= 15)
    : [];
  const folders = versions.sort((a, b) => b - a).map((version) => path.join(usual, String(version), "bin"));
  for (const folder of [process.env.POSTGRES_BIN ?? "", ...folders, ...(process.env.PATH ?? "").split(path.delimiter)])
    if (folder && existsSync(path.join(folder, "initdb")) && existsSync(path.join(folder, "postgres"))) return folder;
  return undefined;
}

function install(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const wait = ["-o", "DPkg::Lock::Timeout=120"];
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", "postgresql"],
  ])
    if (spawnSync("apt-get", [...wait, ...args], { env, stdio: "ignore", timeout: 300_000 }).status !== 0) return;
}

/** The server runs as somebody who may do nothing else: it refuses to be root. */
function ownerOf(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string, name: string): number => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
  const name = ["postgres", "nobody"].find((user) => spawnSync("id", [user]).status === 0) ?? "nobody";
  return { uid: id("-u", name), gid: id("-g", name) };
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** Starts one, or says why there is none. */
export async function startPostgres(): Promise<PostgresServer | string> {
  if (process.platform === "win32") return "on Windows no PostgreSQL is started for tests";
  let programs = findPrograms();
  const canInstall = process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!programs && canInstall) {
    process.stderr.write("Installing PostgreSQL by apt-get (once) ...\n");
    install();
    programs = findPrograms();
  }
  if (!programs)
    return "no PostgreSQL from version 15 on is installed; name the folder of its programs in POSTGRES_BIN";
  const owner = ownerOf();
  const folder = mkdtempSync(path.join(tmpdir(), "patchbay-postgres-"));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = path.join(folder, "data");
  const options = { ...owner, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8" } };
  const made = spawnSync(
    path.join(programs, "initdb"),
    ["-D", data, "-U", "patchbay", "-A", "trust", "-E", "UTF8", "--no-sync"],
    {
      ...options,
      encoding: "utf8",
    },
  );
  if (made.status !== 0) return `initdb failed: ${made.stderr.trim().split("\n").pop()}`;
  const port = await freePort();
  const url = `postgres://patchbay@127.0.0.1:${port}/postgres`;
  const start = async () => {
    const args = [
      "-D",
      data,
      "-p",
      String(port),
      "-k",
      folder,
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "max_connections=200",
    ];
    const child = spawn(path.join(programs, "postgres"), args, { ...options, stdio: "ignore" });
    for (let wait = 0; wait < 200; wait++) {
      const ready = spawnSync(path.join(programs, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port)], {
        stdio: "ignore",
      });
      if (ready.status === 0) return child;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error("PostgreSQL did not start within ten seconds.");
  };
  let child = await start();
  const ended = () =>
    new Promise((resolve) =>
      child.exitCode === null && child.signalCode === null ? child.once("exit", resolve) : resolve(undefined),
    );
  return {
    url,
    stop: () => {
      child.kill("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended();
      rmSync(path.join(data, "postmaster.pid"), { force: true });
      child = await start();
    },
  };
}
