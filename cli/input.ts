import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { KINDS } from "../core/checklist/pull-requests.ts";
import { dirName, familyByName, isExtra, isMainFile, PROJECT_FILE, roleOf } from "../core/model/files.ts";
import { groupFolder } from "../core/model/read.ts";
import type { SourceInput } from "../core/syntax/source.ts";
import { UsageError } from "./command.ts";

/** The files of one connector as found on disk. Paths are as the person wrote them, with `/`. */
export interface LoadedConnector {
  /** The main file, or the folder for connectors that were found by searching one. */
  readonly path: string;
  readonly files: readonly SourceInput[];
  /** Whether it was found in a folder; a file that was named alone is checked alone. */
  readonly folder: boolean;
}

const SKIPPED = new Set(["node_modules", ".git", "dist", ".patchbay"]);
/** Larger files are no connector; reading them would only cost memory. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Reads a text file; anything that is no readable UTF-8 text is a sentence, not an exception with a stack. */
export function readText(file: string): string {
  const bytes = readBytes(file);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(`${file} is not UTF-8 text. Save it with the encoding UTF-8 and try again.`);
  }
}

function readBytes(file: string): Buffer {
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) throw new UsageError(`${file} is a folder; a file is needed here.`);
    if (stats.size > MAX_BYTES)
      throw new UsageError(`${file} has ${Math.round(stats.size / 1048576)} MB, which is too large for a connector.`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} could not be read: ${reason(error)}.`);
  }
}

/** What the system says of a failed file operation, in words. */
export function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case "ENOENT":
      return "there is no such file or folder";
    case "EACCES":
    case "EPERM":
      return "you may not read it";
    case "ENOSPC":
      return "the disk is full";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** Icons and packages are read as bytes, everything else as text; a companion that is no UTF-8 does not stop the check of the rest. */
function readCompanion(file: string, shown: string): SourceInput {
  const role = roleOf(file);
  if (role === "package" || (role === "icon" && !/\.svg$/i.test(file)))
    return { path: shown, text: "", bytes: readBytes(file) };
  return { path: shown, text: readText(file) };
}

const slashes = (file: string): string => file.split(path.sep).join("/");

/** What a search found: the connectors, and a sentence for every one that could not be read. */
export interface Found {
  readonly connectors: readonly LoadedConnector[];
  readonly unreadable: readonly string[];
}

/**
 * Finds the connectors below the given paths: a file is one connector, alone; a folder is searched, and every swagger file takes
 * the companions beside it. Symbolic links to folders are not followed. A connector that cannot be read does not hide the others.
 * `proposals` takes in folders of independent publishers that have a read-me only.
 */
export function loadConnectors(paths: readonly string[], proposals = false): Found {
  const found = new Map<string, LoadedConnector>();
  const unreadable: string[] = [];
  for (const given of paths) {
    if (!statsOf(given).isDirectory()) {
      const shown = slashes(given);
      const files = [readCompanion(given, shown), ...settingsBeside(shown), ...settingsAbove(shown)];
      found.set(realpathSync(given), { path: shown, files, folder: false });
      continue;
    }
    for (const group of searchFolder(given, proposals)) {
      const key = realpathSync(group.main);
      if (found.has(key)) continue;
      try {
        const loaded = loadGroup(group);
        const extras = group.extras.map((path) => ({ path, text: "" }));
        found.set(key, { ...loaded, files: [...loaded.files, ...extras, ...settingsAbove(group.main)] });
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        unreadable.push(error.message);
      }
    }
  }
  const connectors = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { connectors, unreadable };
}

function statsOf(given: string): Stats {
  try {
    return statSync(given);
  } catch (error) {
    throw new UsageError(`${given} could not be read: ${reason(error)}.`);
  }
}

/** Files that make up one connector; `path` is what reports call it. */
interface Group {
  readonly path: string;
  readonly main: string;
  readonly companions: readonly string[];
  /** What else lies in its folder; only the names are known. */
  readonly extras: readonly string[];
}

function loadGroup({ path: shown, main, companions }: Group): LoadedConnector {
  return { path: shown, files: [main, ...companions].map((file) => readCompanion(file, file)), folder: true };
}

function settingsBeside(main: string): SourceInput[] {
  const folder = dirName(main);
  const file = folder ? `${folder}/${PROJECT_FILE}` : PROJECT_FILE;
  return existsSync(file) ? [{ path: file, text: readText(file) }] : [];
}

/** Settings in the folders above that of a connector, the nearest first; those of a repository end with it. */
function settingsAbove(main: string): SourceInput[] {
  const found: SourceInput[] = [];
  const shown = dirName(main);
  for (let folder = path.resolve(shown), seen = shown; !existsSync(path.join(folder, ".git")); ) {
    const above = path.dirname(folder);
    if (above === folder) break;
    folder = above;
    // As long as the path reaches, settings are called as it calls their folder.
    seen = seen && seen !== "." && !seen.endsWith("..") ? dirName(seen) : path.posix.join(seen || ".", "..");
    const file = path.join(folder, PROJECT_FILE);
    if (!settingsOf.has(file)) settingsOf.set(file, existsSync(file) ? readText(file) : undefined);
    const text = settingsOf.get(file);
    if (text !== undefined) found.push({ path: seen ? `${seen}/${PROJECT_FILE}` : PROJECT_FILE, text });
  }
  return found;
}
const settingsOf = new Map<string, string | undefined>();

/** Groups of all folders below one, with paths that begin as the given one does. */
function searchFolder(given: string, proposals = false): Group[] {
  const groups: Group[] = [];
  const queue = [slashes(given).replace(/(?<=.)\/+$/, "")];
  for (let folder = queue.pop(); folder !== undefined; folder = queue.pop()) {
    const { files, folders } = readFolder(folder);
    queue.push(...folders);
    const own = groupFolder(files);
    if (!own.length) own.push(...files.filter(isSwaggerByContent).map((main) => ({ main, companions: [] })));
    if (!own.length && proposals && path.basename(path.dirname(path.resolve(folder))) === KINDS.independent.folder)
      own.push(...files.filter((file) => roleOf(file) === "readme").map((main) => ({ main, companions: [] })));
    // A Power Platform connector is its folder; where several share one, each is called by its main file.
    const single = own.filter(({ main }) => familyByName(main) !== "definition").length === 1;
    for (const { main, companions } of own) {
      const isFolder = single && familyByName(main) === "powerplatform";
      const extras = isFolder ? [...files.filter((file) => isExtra(file) && file !== main), ...within(folders)] : [];
      groups.push({ path: isFolder ? folder : main, main, companions, extras });
    }
  }
  return groups;
}

/** A file of each of these folders that is not the folder of another connector: enough to tell that something lies there. */
function within(folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    const { files, folders: inner } = readFolder(folder);
    return files.some(isMainFile) || inner.length ? [] : files.slice(0, 1);
  });
}

function readFolder(folder: string): { files: string[]; folders: string[] } {
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch (error) {
    throw new UsageError(`${folder} could not be read: ${reason(error)}.`);
  }
  const files: string[] = [];
  const folders: string[] = [];
  for (const name of names) {
    const full = folder === "/" ? `/${name}` : `${folder}/${name}`;
    const stats = lstatSync(full);
    if (stats.isDirectory()) {
      if (!SKIPPED.has(name)) folders.push(full);
    } else if (stats.isFile()) files.push(full);
    else if (stats.isSymbolicLink()) {
      // A link to a file is read, one to a folder is not: it could lead anywhere, or in circles.
      try {
        if (statSync(full).isFile()) files.push(full);
      } catch {
        // A link that leads nowhere is no file of the connector.
      }
    }
  }
  return { files, folders };
}

/** Files with other names are connectors when their content says so. */
function isSwaggerByContent(file: string): boolean {
  if (!/\.json$/i.test(file) || statSync(file).size > MAX_BYTES) return false;
  return /^\ufeff?\s*\{\s*"swagger"\s*:/.test(readFileSync(file, "utf8").slice(0, 500));
}

/** The connector that one side of a comparison names: a folder, or a file with the properties that lie beside it. */
export function loadSide(given: string): LoadedConnector {
  if (statsOf(given).isDirectory()) {
    const [first, second] = searchFolder(given);
    if (!first)
      throw new UsageError(
        `${given} holds no connector. Name a *.connector.yaml file or a folder with apiDefinition.swagger.json.`,
      );
    if (second)
      throw new UsageError(`${given} holds several connectors (${first.path}, ${second.path} …). Name one of them.`);
    return loadGroup(first);
  }
  const files: SourceInput[] = [{ path: slashes(given), text: readText(given) }, ...settingsBeside(slashes(given))];
  if (roleOf(given) === "definition" && /\.json$/i.test(given)) {
    const folder = path.dirname(given);
    const stem = path
      .basename(given)
      .replace(/\.swagger\.json$/i, "")
      .toLowerCase();
    const beside =
      readdirSync(folder).find((name) => name.toLowerCase() === `${stem}.apiproperties.json`) ??
      (/^apidefinition/i.test(stem)
        ? readdirSync(folder).find((name) => /^apiproperties\.json$/i.test(name))
        : undefined);
    if (beside) files.push({ path: slashes(path.join(folder, beside)), text: readText(path.join(folder, beside)) });
  }
  return { path: slashes(given), files, folder: false };
}
