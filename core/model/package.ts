import { strFromU8 } from "fflate";
import { zipEntries } from "./zip.ts";

/**
 * A package as text, so that rules can look at it and examples can show it: a line for each entry, folders with a slash at the
 * end, archives within archives as if they were folders. `customizations.xml` is followed by what it declares:
 *
 *     intro.md
 *     package.zip/PkgAssets/
 *     package.zip/PkgAssets/connector.zip/customizations.xml: Connector
 *
 * Never throws, and reads no more than it has to: what is broken, too large or too much is said in a line of its own.
 */
export function listPackage(bytes: Uint8Array): string {
  const lines: string[] = [];
  list(bytes, "", 0, lines, { bytes: MOST_BYTES, entries: MOST_ENTRIES });
  return `${lines.join("\n")}\n`;
}

/** What is unpacked of a package in all: archives within it, and what its solutions declare. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_ENTRIES = 5000;
/** How deep the solutions lie: in the archive that is in the package. */
const SOLUTIONS = 2;

/** Lines below an archive that say why it is not listed as it is. */
export const UNREADABLE = "(this archive cannot be read)";
export const TOO_LARGE = "(there is more than is looked at)";

interface Budget {
  bytes: number;
  entries: number;
}

function list(bytes: Uint8Array, folder: string, depth: number, lines: string[], budget: Budget): void {
  const entries = zipEntries(bytes, budget.entries + 1);
  if (!entries) {
    lines.push(`${folder}${UNREADABLE}`);
    return;
  }
  const isCut = entries.length > budget.entries;
  budget.entries -= entries.length;
  const folders = new Set<string>();
  for (const { name, size, unpack } of isCut ? [] : entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    // Some tools write no entry for a folder; it is there all the same.
    for (let at = name.indexOf("/"); at >= 0; at = name.indexOf("/", at + 1)) {
      const parent = name.slice(0, at + 1);
      if (!folders.has(parent)) lines.push(`${folder}${parent}`);
      folders.add(parent);
    }
    if (name.endsWith("/")) continue;
    const path = `${folder}${name}`;
    const isArchive = depth < SOLUTIONS && /\.zip$/i.test(name);
    const content =
      isArchive || (depth === SOLUTIONS && /^customizations\.xml$/i.test(name)) ? unpack(budget.bytes) : undefined;
    budget.bytes -= content?.length ?? 0;
    lines.push(`${path}${content && !isArchive ? declared(content) : ""}`);
    if (content && isArchive) list(content, `${path}/`, depth + 1, lines, budget);
    else if (isArchive) lines.push(`${path}/${size > budget.bytes ? TOO_LARGE : UNREADABLE}`);
  }
  if (isCut) lines.push(`${folder}${TOO_LARGE}`);
}

/** The elements of a solution's customizations that say what is in it, and how they begin: with a content, or without. */
const DECLARED = ["Connector", "Workflows", "aicopilot_aiplugin"].map(
  (name) => [name, new RegExp(`<${name}(\\s[^>]*)?(/)?>\\s*(</)?`)] as const,
);

/** What a solution declares: the elements of which the first one has attributes or a content. */
function declared(content: Uint8Array): string {
  const text = strFromU8(content);
  const found = DECLARED.filter(([, pattern]) => {
    const [all, attributes = "", isEmpty, isClosed] = pattern.exec(text) ?? [];
    return all !== undefined && (/[^\s/]/.test(attributes) || !(isEmpty || attributes.endsWith("/") || isClosed));
  });
  return found.length ? `: ${found.map(([name]) => name).join(", ")}` : "";
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
    const [, given = "", declares] = /^(.*?)(?:(?<=customizations\.xml): ([\w, ]+))?$/i.exec(line) ?? [];
    if (!given || given.endsWith(UNREADABLE) || given.endsWith(TOO_LARGE)) continue;
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
