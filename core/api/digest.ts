/**
 * How the digest of a published version is formed. Hashing itself is given (SHA-256 as lower-case hex), since the core has none.
 * One file: the digest of its exact bytes, so that its name does not matter. Several files: the digest of their manifest.
 */

/** Puts the name of the algorithm in front of a hash. */
export function digestText(sha256Hex: string): string {
  return `sha256:${sha256Hex}`;
}

/**
 * The text whose hash identifies a set of files: one line `digest size path` for each, sorted by path in code-point order, each
 * ended by a line feed.
 */
export function manifest(files: readonly { path: string; digest: string; size: number }[]): string {
  return [...files]
    .sort((left, right) => comparePaths(left.path, right.path))
    .map(({ path, digest, size }) => `${digest} ${size} ${path}\n`)
    .join("");
}

/** The digest of a version, from the digests of its files. */
export function versionDigest(
  files: readonly { path: string; digest: string; size: number }[],
  sha256Hex: (text: string) => string,
): string {
  const [only] = files;
  if (only && files.length === 1) return only.digest;
  return digestText(sha256Hex(manifest(files)));
}

/** Orders paths by code point; JavaScript's own order of strings is that of UTF-16 units. */
export function comparePaths(left: string, right: string): number {
  const a = [...left];
  const b = [...right];
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = a[index]!.codePointAt(0)! - b[index]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
