/**
 * Whether a version number may be used for a draft: one table of what can be wrong with it, with two columns. The editor advises;
 * the registry decides and is stricter (first exactly 1.0.0, exactly one step, no empty release, no pre-release).
 */
import type { Bump } from "../versioning/types.ts";
import { coerce, compare, compareBumps, firstVersion, format, isRelease, next, parse, type Version } from "./semver.ts";

export type PolicyVerdict = "ok" | "info" | "warning" | "error";
export type PolicyColumn = "editor" | "registry";

interface PolicyRow {
  readonly summary: string;
  readonly editor: PolicyVerdict;
  readonly registry: PolicyVerdict;
  /** What the editor says instead where the step is a major one: a needless major notifies every enterprise. */
  readonly editorForMajor?: PolicyVerdict;
}

/** What can be said of a number, and how grave each side finds it. */
export const versionPolicy = {
  "version-not-semver": { summary: "It is not three numbers, like 1.2.0.", editor: "error", registry: "error" },
  "version-prerelease": {
    summary: "It is a pre-release or carries build metadata.",
    editor: "ok",
    registry: "error",
  },
  "published-version-not-semver": {
    summary: "A published version is not three numbers.",
    editor: "warning",
    registry: "warning",
  },
  "first-version-not-1.0.0": {
    summary: "The first published version is 1.0.0.",
    editor: "warning",
    registry: "error",
  },
  "version-already-published": {
    summary: "The number was published before and is never used again.",
    editor: "error",
    registry: "error",
  },
  "version-not-bumped": {
    summary: "The connector changed but its number did not.",
    editor: "error",
    registry: "error",
  },
  "version-decreased": {
    summary: "The number is lower than every published one.",
    editor: "error",
    registry: "error",
  },
  "version-already-superseded": {
    summary: "A higher number is published already.",
    editor: "error",
    registry: "error",
  },
  "version-bump-too-small": { summary: "The changes need a larger step.", editor: "error", registry: "error" },
  "version-bump-larger-than-needed": {
    summary: "The changes need a smaller step only.",
    editor: "info",
    registry: "ok",
    editorForMajor: "warning",
  },
  "version-lower-parts-not-reset": {
    summary: "The parts below the raised one start again at 0.",
    editor: "warning",
    registry: "error",
  },
  "version-skipped": { summary: "At least one number was skipped.", editor: "warning", registry: "error" },
  "version-bump-without-change": {
    summary: "The number rose but nothing changed.",
    editor: "info",
    registry: "error",
  },
} satisfies Record<string, PolicyRow>;

export type PolicyId = keyof typeof versionPolicy;

export interface VersionQuestion {
  /** Every number published so far, in any order. */
  readonly published: readonly string[];
  /** The number that the draft carries. */
  readonly draft: string;
  /** What the changes since the last publication need. */
  readonly required: Bump;
}

export interface VersionAnswer {
  readonly verdict: PolicyVerdict;
  readonly diagnostics: readonly PolicyId[];
  /** The lowest number that would be right. */
  readonly expected: string;
}

/** Judges the number of a draft against what is published, in the eyes of the editor or of the registry. */
export function judgeVersion(question: VersionQuestion, column: PolicyColumn): VersionAnswer {
  const diagnostics = question.draft === "" ? (["version-not-semver"] as const) : diagnose(question, column);
  const shown = diagnostics.filter((id) => versionPolicy[id][column] !== "ok");
  const base = sorted(question.published).findLast((version) => version.prerelease === "");
  const draft = parse(question.draft);
  const major = base !== undefined && draft !== undefined && draft.major > base.major;
  let verdict: PolicyVerdict = "ok";
  for (const id of shown) {
    const row: PolicyRow = versionPolicy[id];
    verdict = worse(verdict, column === "editor" && major ? (row.editorForMajor ?? row.editor) : row[column]);
  }
  return { verdict, diagnostics: shown, expected: next(base && format(base), question.required) };
}

function diagnose({ published, draft, required }: VersionQuestion, column: PolicyColumn): PolicyId[] {
  const found: PolicyId[] = [];
  const version = parse(draft);
  if (!version) return ["version-not-semver"];
  if (!isRelease(version)) found.push("version-prerelease");
  if (published.some((text) => !parse(text))) found.push("published-version-not-semver");
  const known = sorted(published);
  const stable = known.filter((each) => each.prerelease === "");
  const latest = stable.at(-1);
  if (known.length === 0) {
    // Published numbers that cannot be ordered leave no baseline: nothing more can be said.
    if (published.length === 0 && format(version) !== firstVersion) found.push("first-version-not-1.0.0");
    return found;
  }
  const sameCore = known.filter((each) => each.prerelease !== "" && compare(core(each), core(version)) === 0);
  if (version.prerelease !== "" && sameCore.some((each) => compare(version, each) < 0))
    return [...found, "version-decreased"];
  if (!latest) return found;

  const target = core(version);
  const order = compare(target, latest);
  if (order === 0) {
    if (required !== "none") found.push("version-not-bumped");
    else if (column === "registry") found.push("version-already-published");
    return found;
  }
  if (order < 0) {
    if (stable.some((each) => compare(each, target) === 0)) return [...found, "version-already-published"];
    const between = stable.some((each) => compare(each, target) < 0);
    return [...found, between ? "version-already-superseded" : "version-decreased"];
  }
  return [...found, ...diagnoseRise(latest, target, required, sameCore.length > 0)];
}

/** `target` is above `latest`: by how much, and does that fit? */
function diagnoseRise(latest: Version, target: Version, required: Bump, prereleased: boolean): PolicyId[] {
  const found: PolicyId[] = [];
  const level = raised(latest, target);
  // Below 1.0.0 the minor number carries breaking changes and the patch number additions; leaving 0.x is always allowed.
  const initial = latest.major === 0;
  if (initial && level === "major") return found;
  const needed = initial ? lower(required) : required;
  // A pre-release of the same number already carried the change.
  if (required === "none") return prereleased ? found : ["version-bump-without-change"];
  const enough = compareBumps(level, needed);
  if (enough < 0) found.push("version-bump-too-small");
  if (enough > 0 && !initial) found.push("version-bump-larger-than-needed");
  const reset =
    level === "major" ? target.minor === 0 && target.patch === 0 : level === "minor" ? target.patch === 0 : true;
  if (!reset) found.push("version-lower-parts-not-reset");
  const part = level === "major" ? "major" : level === "minor" ? "minor" : "patch";
  if (target[part] - latest[part] > 1) found.push("version-skipped");
  return found;
}

function raised(before: Version, after: Version): Exclude<Bump, "none"> {
  if (after.major !== before.major) return "major";
  return after.minor !== before.minor ? "minor" : "patch";
}

function lower(bump: Bump): Bump {
  return bump === "major" ? "minor" : bump === "minor" ? "patch" : bump;
}

function core(version: Version): Version {
  return { ...version, prerelease: "", build: "" };
}

function sorted(published: readonly string[]): Version[] {
  const versions: Version[] = [];
  for (const text of published) {
    const read = coerce(text);
    if (read) versions.push(read.version);
  }
  return versions.sort(compare);
}

const gravity: readonly PolicyVerdict[] = ["ok", "info", "warning", "error"];
function worse(left: PolicyVerdict, right: PolicyVerdict): PolicyVerdict {
  return gravity.indexOf(left) >= gravity.indexOf(right) ? left : right;
}
