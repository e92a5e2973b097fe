import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isMainFile } from "../core/model/files.ts";
import type { Files } from "./files.ts";

const SKIPPED = new Set(["node_modules", ".git", "dist"]);
/** A workspace with more folders than this is searched only so far; open documents are checked all the same. */
const MAX_FOLDERS = 5000;

/** Reads `file:` URIs itself, for clients that offer no files. */
export function diskFiles(roots: readonly string[]): Files {
  const toPath = (uri: string): string | undefined => (uri.startsWith("file:") ? fileURLToPath(uri) : undefined);
  return {
    async list(folder) {
      const dir = toPath(folder);
      if (!dir) return [];
      const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
      return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
    },
    async read(uri) {
      const file = toPath(uri);
      return file ? readFile(file, "utf8").catch(() => undefined) : undefined;
    },
    async find() {
      const found: string[] = [];
      const queue = roots.flatMap((root) => toPath(root) ?? []);
      for (let seen = 0; queue.length && seen < MAX_FOLDERS; seen++) {
        const dir = queue.shift() as string;
        for (const entry of await readdir(dir, { withFileTypes: true }).catch(() => [])) {
          if (entry.isDirectory() && !SKIPPED.has(entry.name)) queue.push(path.join(dir, entry.name));
          else if (entry.isFile() && isMainFile(entry.name)) found.push(pathToFileURL(path.join(dir, entry.name)).href);
        }
      }
      return found.sort();
    },
  };
}
