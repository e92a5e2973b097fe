import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { familyByContent, roleOf } from "../core/model/files.ts";
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
  let bytes: Buffer;
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) throw new UsageError(`${file} is a folder; a file is needed here.`);
    if (stats.size > MAX_BYTES)
      throw new UsageError(`${file} has ${Math.round(stats.size / 1048576)} MB, which is too large for a connector.`);
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} could not be read: ${reason(error)}.`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(`${file} is not UTF-8 text. Save it with the encoding UTF-8 and try again.`);
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

/** Icons are read as bytes, everything else as text; a companion that is no UTF-8 does not stop the check of the rest. */
function readCompanion(file: string, shown: string): SourceInput {
  if (roleOf(file) === "icon" && !/\.svg$/i.test(file)) return { path: shown, text: "", bytes: readFileSync(file) };
  return { path: shown, text: readText(file) };
}

const slashes = (file: string): string => file.split(path.sep).join("/");

/**
 * Finds the connectors below the given paths: a file is one connector, alone; a folder is searched, and every swagger file takes
 * the companions beside it. Symbolic links to folders are not followed.
 */
export async function loadConnectors(paths: readonly string[]): Promise<LoadedConnector[]> {
  const found = new Map<string, LoadedConnector>();
  for (const given of paths) {
    let stats: ReturnType<typeof statSync>;
    try {
      stats = statSync(given);
    } catch (error) {
      throw new UsageError(`${given} could not be read: ${reason(error)}.`);
    }
    if (!stats.isDirectory()) {
      found.set(realpathSync(given), {
        path: slashes(given),
        files: [readCompanion(given, slashes(given))],
        folder: false,
      });
      continue;
    }
    for (const connector of searchFolder(given)) if (!found.has(connector.path)) found.set(connector.path, connector);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function searchFolder(root: string): LoadedConnector[] {
  const connectors: LoadedConnector[] = [];
  const queue = [root];
  for (let folder = queue.pop(); folder !== undefined; folder = queue.pop()) {
    let names: string[];
    try {
      names = readdirSync(folder).sort();
    } catch (error) {
      throw new UsageError(`${folder} could not be read: ${reason(error)}.`);
    }
    const files: string[] = [];
    for (const name of names) {
      const full = path.join(folder, name);
      const stats = lstatSync(full);
      if (stats.isDirectory()) {
        if (!SKIPPED.has(name)) queue.push(full);
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
    const groups = groupFolder(files);
    // Files with other names are connectors when their content says so.
    const taken = new Set(groups.flatMap((group) => [group.main, ...group.companions]));
    for (const file of files) {
      if (taken.has(file) || groups.length || !/\.(?:json|ya?ml)$/i.test(file) || statSync(file).size > MAX_BYTES)
        continue;
      if (
        familyByContent(readFileSync(file, "utf8")) === "powerplatform" &&
        /"?swagger"?\s*:/.test(readFileSync(file, "utf8").slice(0, 500))
      )
        groups.push({ main: file, companions: [] });
    }
    for (const group of groups) {
      const input = [group.main, ...group.companions].map((file) => readCompanion(file, slashes(file)));
      connectors.push({
        path: slashes(group.companions.length || roleOf(group.main) === "properties" ? folder : group.main),
        files: input,
        folder: true,
      });
    }
  }
  return connectors;
}

/** The connector that one side of a comparison names: a folder, or a file with the properties that lie beside it. */
export function loadSide(given: string): LoadedConnector {
  let stats: ReturnType<typeof statSync>;
  try {
    stats = statSync(given);
  } catch (error) {
    throw new UsageError(`${given} could not be read: ${reason(error)}.`);
  }
  if (stats.isDirectory()) {
    const [first, second] = searchFolder(given);
    if (!first)
      throw new UsageError(
        `${given} holds no connector. Name a *.connector.yaml file or a folder with apiDefinition.swagger.json.`,
      );
    if (second)
      throw new UsageError(`${given} holds several connectors (${first.path}, ${second.path} …). Name one of them.`);
    return first;
  }
  const files: SourceInput[] = [{ path: slashes(given), text: readText(given) }];
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
