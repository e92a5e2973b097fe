import { strFromU8, unzipSync } from "fflate";

/**
 * A package as text, so that rules can look at it and examples can show it: a line for each entry, folders with a slash at the
 * end, archives within archives as if they were folders. `customizations.xml` is followed by what it declares:
 *
 *     intro.md
 *     package.zip/PkgAssets/
 *     package.zip/PkgAssets/connector.zip/customizations.xml: Connectors
 *
 * Never throws, and reads no more than it has to: what is too large or too deep is said in a line of its own.
 */
export function listPackage(bytes: Uint8Array): string {
  const lines: string[] = [];
  const budget = { left: MOST_BYTES, entries: MOST_ENTRIES };
  list(bytes, "", 0, lines, budget);
  return `${lines.join("\n")}\n`;
}

/** What is unpacked of a package in all: archives within it, and what a solution declares. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_ENTRIES = 5000;
/** The package, what is in it, and the solutions in that. */
const DEEPEST = 3;

/** Lines that say why nothing more is listed. */
export const UNREADABLE = "(this archive cannot be read)";
export const TOO_LARGE = "(there is more than is looked at)";

function list(
  bytes: Uint8Array,
  folder: string,
  depth: number,
  lines: string[],
  budget: { left: number; entries: number },
): void {
  const wanted = (name: string): boolean => depth < DEEPEST && /\.zip$/i.test(name);
  const names: string[] = [];
  let isCut = false;
  let contents: Record<string, Uint8Array>;
  try {
    contents = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (--budget.entries < 0) {
          isCut = true;
          return false;
        }
        names.push(name);
        if (!wanted(name) && !/(?:^|\/)customizations\.xml$/i.test(name)) return false;
        if (originalSize > budget.left) {
          isCut = true;
          return false;
        }
        budget.left -= originalSize;
        return true;
      },
    });
  } catch {
    lines.push(`${folder}${UNREADABLE}`);
    return;
  }
  const folders = new Set<string>();
  for (const name of names.sort()) {
    // Some tools write no entry for a folder; it is there all the same.
    for (let at = name.indexOf("/"); at >= 0; at = name.indexOf("/", at + 1)) {
      const parent = name.slice(0, at + 1);
      if (!folders.has(parent)) lines.push(`${folder}${parent}`);
      folders.add(parent);
    }
    if (name.endsWith("/")) continue;
    const content = contents[name];
    if (content && wanted(name)) {
      lines.push(`${folder}${name}`);
      list(content, `${folder}${name}/`, depth + 1, lines, budget);
    } else lines.push(`${folder}${name}${content ? declared(content) : ""}`);
  }
  if (isCut) lines.push(`${folder}${TOO_LARGE}`);
}

/** The sections of a solution that hold something. */
function declared(content: Uint8Array): string {
  const text = strFromU8(content.subarray(0, 4 * 1024 * 1024));
  const found = ["Connectors", "Workflows", "aicopilot_aiplugins"].filter((name) =>
    new RegExp(`<${name}>\\s*<[^/]`).test(text),
  );
  return found.length ? `: ${found.join(", ")}` : "";
}

/** An entry of a package's listing. */
export interface PackageEntry {
  /** From the outermost archive on, without the slash of a folder. */
  readonly path: string;
  readonly name: string;
  /** The archive or folder that it is in; empty for the outermost one. */
  readonly parent: string;
  readonly isFolder: boolean;
  readonly isZip: boolean;
  /** What `customizations.xml` declares. */
  readonly declares: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** The entries of a listing with where they stand in it. */
export function packageEntries(listing: string): PackageEntry[] {
  const entries: PackageEntry[] = [];
  for (const { 0: line, index } of listing.matchAll(/[^\r\n]+/g)) {
    const [, given = "", declares] = /^(.*?)(?:: ([\w, ]+))?$/.exec(line) ?? [];
    if (!given || given.endsWith(")")) continue;
    const isFolder = given.endsWith("/");
    const path = isFolder ? given.slice(0, -1) : given;
    const at = path.lastIndexOf("/");
    entries.push({
      path,
      name: path.slice(at + 1),
      parent: path.slice(0, Math.max(at, 0)),
      isFolder,
      isZip: !isFolder && /\.zip$/i.test(path),
      declares: declares?.split(", ") ?? [],
      start: index,
      end: index + line.length,
    });
  }
  return entries;
}

/** What systems put into archives without being asked; it is looked at by one rule, and passed over by the others. */
export const LITTER = /(?:^|\/)(?:__MACOSX(?:\/|$)|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$)/i;
