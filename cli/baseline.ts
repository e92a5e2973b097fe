import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { SourceInput } from "../core/syntax/source.ts";
import { UsageError } from "./command.ts";
import { type LoadedConnector, loadSide } from "./input.ts";

/**
 * An earlier state of a connector: `git:REF` for a revision of the repository that it lies in, or the path of a file or folder.
 * `undefined` where the revision does not have the connector yet.
 */
export function loadBaseline(spec: string, connector: LoadedConnector): LoadedConnector | undefined {
  if (!spec.startsWith("git:")) {
    if (!existsSync(spec))
      throw new UsageError(`There is no baseline ${spec}. Name a file, a folder, or a revision such as git:main.`);
    return loadSide(spec);
  }
  const revision = spec.slice(4);
  const [main] = connector.files;
  if (!main) return undefined;
  const folder = path.dirname(path.resolve(main.path));
  ensureRevision(revision, folder);
  const names = git(folder, ["ls-tree", "--name-only", "-z", revision, "./"])?.split("\0") ?? [];
  const files: SourceInput[] = [];
  for (const { path: shown } of connector.files) {
    const name = path.basename(shown);
    if (path.dirname(path.resolve(shown)) !== folder || !names.includes(name)) continue;
    const text = git(folder, ["show", `${revision}:./${name}`]);
    if (text !== undefined) files.push({ path: shown, text });
  }
  return files.some(({ path: shown }) => shown === main.path) ? { ...connector, files } : undefined;
}

function ensureRevision(revision: string, folder: string): void {
  // A revision never begins with a dash, so it cannot be taken for an option.
  const known =
    /^[^-\s:][^\s:]*$/.test(revision) && git(folder, ["rev-parse", "--verify", "-q", `${revision}^{commit}`]);
  if (!known)
    throw new UsageError(
      `${folder} knows no revision ${revision || "(empty)"}. Name a branch, a tag or a commit; in CI, fetch it first.`,
    );
}

/** What git prints; `undefined` where it fails. */
function git(folder: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync("git", ["-C", folder, ...args], {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw new UsageError("git was not found. A baseline git:… needs it; a file or a folder does not.");
    return undefined;
  }
}
