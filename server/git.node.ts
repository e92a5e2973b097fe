import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Git } from "../core/model/revision.ts";

/** Runs git, which has to be installed, and reads what it prints; it writes nothing. */
const git: Git = (folder, args) =>
  new Promise((resolve) => {
    const options = { encoding: "utf8", maxBuffer: 64 * 1024 * 1024, windowsHide: true } as const;
    execFile("git", ["-C", folder, ...args], options, (error, stdout) => resolve(error ? undefined : stdout));
  });

/** Git for a folder on disk. */
export function diskGit(folderUri: string): { git: Git; folder: string } | undefined {
  return folderUri.startsWith("file:") ? { git, folder: fileURLToPath(folderUri) } : undefined;
}
