import { LITTER, type PackageEntry, packageEntries, TOO_LARGE, UNREADABLE } from "../model/package.ts";
import type { Place, SourceFile } from "../syntax/source.ts";
import type { Entity } from "./entities.ts";
import { firstLine, textPlace } from "./places.ts";

/** A package that is uploaded for certification: archives within archives, each level with a shape of its own. */
export interface Package {
  readonly file: SourceFile;
  /** What systems leave in archives is not among them. */
  readonly entries: readonly PackageEntry[];
  /** What lies directly in an archive or folder. */
  in(parent: string): readonly PackageEntry[];
  /** Why nothing can be said about an archive, as the end of a sentence; `undefined` where it can. */
  problemOf(path: string): string | undefined;
  /** The place of an entry; without one, that of the package itself. */
  placeOf(entry: PackageEntry | undefined): Place;
}

const known = new WeakMap<SourceFile, Package>();

/** The package that an entity is; `undefined` for any other file. */
export function packageOf({ file }: Entity): Package | undefined {
  // Of a package that only lies in a folder, the name is known and nothing else.
  if (file.role !== "package" || !file.text) return undefined;
  let made = known.get(file);
  if (!made) {
    const lines = new Set(file.text.split(/\r?\n/));
    const entries = packageEntries(file.text).filter(({ path }) => !LITTER.test(path));
    made = {
      file,
      entries,
      in: (parent) => entries.filter((entry) => entry.parent === parent),
      problemOf: (path) => {
        const folder = path && `${path}/`;
        if (lines.has(`${folder}${UNREADABLE}`)) return "cannot be read: it is no zip archive, or a broken one";
        return lines.has(`${folder}${TOO_LARGE}`) ? "holds more than is looked at" : undefined;
      },
      placeOf: (entry) => (entry ? textPlace(file, entry.start, entry.end) : firstLine(file)),
    };
    known.set(file, made);
  }
  return made;
}

/** The archive in the uploaded one, which the solutions lie in; `undefined` where there is not exactly one. */
export function innerZip(pack: Package): PackageEntry | undefined {
  const zips = pack.in("").filter(({ isZip }) => isZip);
  return zips.length === 1 ? zips[0] : undefined;
}

/** The folder of that archive; `undefined` where there is not exactly one. */
export function assetsFolder(pack: Package): PackageEntry | undefined {
  const zip = innerZip(pack);
  const folders = zip ? pack.in(zip.path).filter(({ isFolder }) => isFolder) : [];
  return folders.length === 1 ? folders[0] : undefined;
}

/** The solutions. */
export function solutions(pack: Package): readonly PackageEntry[] {
  const folder = assetsFolder(pack);
  return folder ? pack.in(folder.path).filter(({ isZip }) => isZip) : [];
}

/** What a solution declares in its customizations.xml: `Connector`, `Workflows`, `aicopilot_aiplugin`. */
export function declaredBy(pack: Package, solution: PackageEntry): readonly string[] {
  const file = pack.in(solution.path).find(({ name }) => name.toLowerCase() === "customizations.xml");
  return file?.declares ?? [];
}
