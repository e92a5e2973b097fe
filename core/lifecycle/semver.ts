/**
 * Version numbers. `parse` is strict (semver 2.0.0); `coerce` reads what people write (`1.0`, `v2`) and says how it read it.
 */
import type { Bump } from "../versioning/types.ts";

/** A version number, taken apart. `prerelease` and `build` are empty for a plain release. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly prerelease: string;
  readonly build: string;
}

/** A version number that was read leniently: `note` says what was done to it, and is absent when nothing was. */
export interface CoercedVersion {
  readonly version: Version;
  /** The number as semver. */
  readonly text: string;
  readonly note?: string;
}

/** The number of every first publication. */
export const firstVersion = "1.0.0";

const number = "0|[1-9]\\d{0,14}";
const identifier = "(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)";
const strict = new RegExp(
  `^(${number})\\.(${number})\\.(${number})(?:-(${identifier}(?:\\.${identifier})*))?(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?$`,
);
const loose = /^[vV]?(\d{1,15})(?:\.(\d{1,15}))?(?:\.(\d{1,15}))?([-+].*)?$/;

/** Reads a version strictly: three numbers without leading zeros, optionally a pre-release and build metadata. */
export function parse(text: string): Version | undefined {
  const match = strict.exec(text);
  if (!match) return undefined;
  return {
    major: Number(match[1]),
    minor: Number(match[2]),
    patch: Number(match[3]),
    prerelease: match[4] ?? "",
    build: match[5] ?? "",
  };
}

/** Reads a version as people write it: with a leading `v`, with one or two parts, with leading zeros or spaces around it. */
export function coerce(text: string): CoercedVersion | undefined {
  const exact = parse(text);
  if (exact) return { version: exact, text: format(exact) };
  const match = loose.exec(text.trim());
  if (!match) return undefined;
  const [, major, minor = "0", patch = "0", rest = ""] = match;
  // A suffix is kept only where semver knows it, so `2024-01-01` stays unreadable instead of becoming a pre-release.
  if (rest !== "" && match[3] === undefined) return undefined;
  const version = parse(`${Number(major)}.${Number(minor)}.${Number(patch)}${rest}`);
  if (!version) return undefined;
  return { version, text: format(version), note: `${text.trim()} is read as ${format(version)}` };
}

/** Writes a version as semver. */
export function format(version: Version): string {
  const core = `${version.major}.${version.minor}.${version.patch}`;
  return `${core}${version.prerelease && `-${version.prerelease}`}${version.build && `+${version.build}`}`;
}

/** True for a plain `x.y.z`: neither pre-release nor build metadata. */
export function isRelease(version: Version): boolean {
  return version.prerelease === "" && version.build === "";
}

/** Orders two versions as semver does; build metadata does not count. */
export function compare(left: Version, right: Version): number {
  return (
    left.major - right.major ||
    left.minor - right.minor ||
    left.patch - right.patch ||
    comparePrerelease(left.prerelease, right.prerelease)
  );
}

/** Raises a version by exactly one step and resets the lower parts; `none` leaves it as it is. */
export function step(version: Version, bump: Bump): Version {
  const { major, minor, patch } = version;
  switch (bump) {
    case "major":
      return release(major + 1, 0, 0);
    case "minor":
      return release(major, minor + 1, 0);
    case "patch":
      return release(major, minor, patch + 1);
    case "none":
      return release(major, minor, patch);
  }
}

/** The level at which `after` is exactly one step above `before`; `undefined` if it is not one step. */
export function stepBetween(before: Version, after: Version): Exclude<Bump, "none"> | undefined {
  for (const bump of ["patch", "minor", "major"] as const)
    if (compare(step(before, bump), { ...after, prerelease: "" }) === 0) return bump;
  return undefined;
}

/**
 * The number that the next publication has to carry: 1.0.0 for a first one, otherwise `latest` raised by `bump`. Since a release
 * is never empty, `none` counts as a patch. A `latest` that cannot be read at all counts as absent.
 */
export function next(latest: string | undefined, bump: Bump): string {
  const read = latest === undefined ? undefined : coerce(latest);
  if (!read) return firstVersion;
  return format(step(read.version, bump === "none" ? "patch" : bump));
}

/** The highest release among `versions`; pre-releases and unreadable texts are passed over. */
export function latest(versions: readonly string[]): string | undefined {
  let best: Version | undefined;
  for (const text of versions) {
    const version = parse(text);
    if (version && isRelease(version) && (!best || compare(version, best) > 0)) best = version;
  }
  return best && format(best);
}

const order: readonly Bump[] = ["none", "patch", "minor", "major"];

/** Orders bumps, weakest first. */
export function compareBumps(left: Bump, right: Bump): number {
  return order.indexOf(left) - order.indexOf(right);
}

function release(major: number, minor: number, patch: number): Version {
  return { major, minor, patch, prerelease: "", build: "" };
}

function comparePrerelease(left: string, right: string): number {
  if (left === right) return 0;
  if (left === "") return 1;
  if (right === "") return -1;
  const lefts = left.split(".");
  const rights = right.split(".");
  for (let index = 0; index < Math.max(lefts.length, rights.length); index++) {
    const a = lefts[index];
    const b = rights[index];
    if (a === undefined) return -1;
    if (b === undefined) return 1;
    if (a === b) continue;
    const aNumeric = /^\d+$/.test(a);
    const bNumeric = /^\d+$/.test(b);
    if (aNumeric && bNumeric) return a.length - b.length || (a < b ? -1 : 1);
    if (aNumeric !== bNumeric) return aNumeric ? -1 : 1;
    return a < b ? -1 : 1;
  }
  return 0;
}
