/** Sign-ins of the command line, kept in a file that only its owner may read. */
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import type { Credentials } from "../core/api/sign-in.ts";
import { type Io, UsageError } from "./command.ts";

interface Kept {
  /** The registry that was signed in to last; commands ask it where no other one is named. */
  latest?: string | undefined;
  registries: Record<string, Credentials>;
}

/** Where the file is: as the system has it, or where PATCHBAY_CONFIG_DIR says. */
export function signInFile({ env }: Pick<Io, "env">): string {
  const folder =
    env.PATCHBAY_CONFIG_DIR ??
    path.join(
      (process.platform === "win32" ? env.APPDATA : env.XDG_CONFIG_HOME) || path.join(homedir(), ".config"),
      "patchbay",
    );
  return path.join(folder, "sign-ins.json");
}

export function readSignIns(io: Pick<Io, "env">): Kept {
  const file = signInFile(io);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { registries: {} };
    throw new UsageError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}). It has your sign-ins.`);
  }
  try {
    const { latest, registries } = JSON.parse(text) as Partial<Kept>;
    return { latest, registries: { ...registries } };
  } catch {
    throw new UsageError(`${file} is no list of sign-ins any more. Delete it and sign in again.`);
  }
}

/** Keeps a sign-in, or forgets it. The file is replaced as a whole, so that nobody ever reads half of it. */
export function keepSignIn(io: Pick<Io, "env">, url: string, credentials: Credentials | undefined): void {
  const file = signInFile(io);
  const { latest, registries } = readSignIns(io);
  const { [url]: _, ...others } = registries;
  const kept: Kept = credentials
    ? { latest: url, registries: { ...others, [url]: credentials } }
    : { latest: latest === url ? Object.keys(others)[0] : latest, registries: others };
  const next = `${file}.${process.pid}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(next, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
    // A file that was there before keeps its own mode.
    chmodSync(next, 0o600);
    renameSync(next, file);
  } catch (error) {
    rmSync(next, { force: true });
    throw new UsageError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}
