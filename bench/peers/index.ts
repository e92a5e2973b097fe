/** The tools that are measured beside ours: a dependency of the bench alone, installed when it runs for the first time. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const folder = import.meta.dirname;
const modules = path.join(folder, "node_modules");

export interface Peers {
  /** Absolute path of a file of an installed package; `undefined` if the package is not there. */
  readonly file: (name: string, file: string) => string | undefined;
  readonly versions: Readonly<Record<string, string>>;
  /** Why there are none, as a sentence. */
  readonly missing: string | undefined;
}

const none = (missing: string): Peers => ({ file: () => undefined, versions: {}, missing });

/** Installs the pinned peers if they are not there yet or the lockfile has changed. Without them the rest is still measured. */
export function preparePeers(wanted: boolean, progress: (text: string) => void): Peers {
  if (!wanted) return none("The peers were left out (--no-peers).");
  const lock = createHash("sha256")
    .update(readFileSync(path.join(folder, "package-lock.json")))
    .digest("hex");
  const stamp = path.join(modules, ".bench-lock");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
    progress("Installing the peers into bench/peers (once per lockfile) ...");
    const windows = process.platform === "win32";
    const { status, stderr, error } = spawnSync(
      windows ? "npm.cmd" : "npm",
      ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"],
      { cwd: folder, encoding: "utf8", shell: windows },
    );
    if (status !== 0) {
      const why = (error?.message ?? stderr).trim().split("\n").slice(-1)[0] ?? "";
      return none(`The peers could not be installed (${why}), so only our own figures stand here.`);
    }
    writeFileSync(stamp, lock);
  }
  const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const file = (name: string, inside: string): string | undefined => {
    const found = path.join(modules, name, inside);
    return existsSync(found) ? found : undefined;
  };
  return { file, versions: manifest.dependencies, missing: undefined };
}
