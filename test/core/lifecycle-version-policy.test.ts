import { describe, expect, it } from "vitest";
import { judgeVersion, versionPolicy } from "../../core/lifecycle/version-policy.ts";
import type { Bump } from "../../core/versioning/types.ts";

type Case = readonly [published: string, draft: string, required: Bump, editor: string, registry: string];

/** Both columns by hand: `verdict: diagnostics`, in the order in which they are reported. */
const golden: readonly Case[] = [
  // The first publication.
  ["", "1.0.0", "none", "ok", "ok"],
  ["", "0.1.0", "none", "warning: first-version-not-1.0.0", "error: first-version-not-1.0.0"],
  ["", "2.0.0", "none", "warning: first-version-not-1.0.0", "error: first-version-not-1.0.0"],
  ["", "1.0", "none", "error: version-not-semver", "error: version-not-semver"],
  ["", "", "none", "error: version-not-semver", "error: version-not-semver"],
  ["", "1.0.0-rc.1", "none", "warning: first-version-not-1.0.0", "error: version-prerelease first-version-not-1.0.0"],
  // The number was not raised.
  ["1.0.0", "1.0.0", "none", "ok", "error: version-already-published"],
  ["1.0.0", "1.0.0", "patch", "error: version-not-bumped", "error: version-not-bumped"],
  ["1.0.0", "1.0.0", "minor", "error: version-not-bumped", "error: version-not-bumped"],
  ["1.0.0", "1.0.0", "major", "error: version-not-bumped", "error: version-not-bumped"],
  ["1.0.0 1.1.0", "1.1.0", "patch", "error: version-not-bumped", "error: version-not-bumped"],
  // Every step for every need.
  ["1.0.0", "1.0.1", "none", "info: version-bump-without-change", "error: version-bump-without-change"],
  ["1.0.0", "1.0.1", "patch", "ok", "ok"],
  ["1.0.0", "1.0.1", "minor", "error: version-bump-too-small", "error: version-bump-too-small"],
  ["1.0.0", "1.0.1", "major", "error: version-bump-too-small", "error: version-bump-too-small"],
  ["1.0.0", "1.1.0", "none", "info: version-bump-without-change", "error: version-bump-without-change"],
  ["1.0.0", "1.1.0", "patch", "info: version-bump-larger-than-needed", "ok"],
  ["1.0.0", "1.1.0", "minor", "ok", "ok"],
  ["1.0.0", "1.1.0", "major", "error: version-bump-too-small", "error: version-bump-too-small"],
  ["1.0.0", "2.0.0", "none", "info: version-bump-without-change", "error: version-bump-without-change"],
  ["1.0.0", "2.0.0", "patch", "warning: version-bump-larger-than-needed", "ok"],
  ["1.0.0", "2.0.0", "minor", "warning: version-bump-larger-than-needed", "ok"],
  ["1.0.0", "2.0.0", "major", "ok", "ok"],
  ["1.2.3", "1.3.0", "minor", "ok", "ok"],
  ["1.2.3", "1.2.4", "patch", "ok", "ok"],
  // Lower parts stay, numbers are skipped.
  ["1.2.3", "1.3.3", "minor", "warning: version-lower-parts-not-reset", "error: version-lower-parts-not-reset"],
  ["1.2.3", "2.1.0", "major", "warning: version-lower-parts-not-reset", "error: version-lower-parts-not-reset"],
  ["1.2.3", "1.2.5", "patch", "warning: version-skipped", "error: version-skipped"],
  ["1.2.3", "1.4.0", "minor", "warning: version-skipped", "error: version-skipped"],
  ["1.2.3", "3.0.0", "major", "warning: version-skipped", "error: version-skipped"],
  // Backwards.
  ["1.2.3", "1.2.2", "patch", "error: version-decreased", "error: version-decreased"],
  ["1.2.3", "1.1.0", "minor", "error: version-decreased", "error: version-decreased"],
  ["1.0.0 1.1.0", "1.0.1", "patch", "error: version-already-superseded", "error: version-already-superseded"],
  ["1.0.0 2.0.0", "1.1.0", "minor", "error: version-already-superseded", "error: version-already-superseded"],
  ["1.0.0 1.1.0", "1.0.0", "patch", "error: version-already-published", "error: version-already-published"],
  // Below 1.0.0 the minor number carries breaking changes; leaving it is always allowed.
  ["0.1.0", "0.2.0", "major", "ok", "ok"],
  ["0.1.0", "0.1.1", "major", "error: version-bump-too-small", "error: version-bump-too-small"],
  ["0.1.0", "0.1.1", "minor", "ok", "ok"],
  ["0.1.0", "0.1.1", "patch", "ok", "ok"],
  ["0.9.0", "1.0.0", "patch", "ok", "ok"],
  // Pre-releases and build metadata are the editor's business only.
  ["1.0.0", "1.1.0-beta.1", "minor", "ok", "error: version-prerelease"],
  ["1.0.0", "1.0.1-beta.1", "minor", "error: version-bump-too-small", "error: version-prerelease version-bump-too-small"],
  ["1.0.0 1.1.0-beta.1", "1.1.0-beta.2", "minor", "ok", "error: version-prerelease"],
  ["1.0.0 1.1.0-beta.2", "1.1.0-beta.1", "minor", "error: version-decreased", "error: version-prerelease version-decreased"],
  ["1.0.0 1.1.0-beta.1", "1.1.0", "none", "ok", "ok"],
  ["1.0.0 2.0.0-rc.1", "1.1.0", "minor", "ok", "ok"],
  ["1.0.0", "1.0.0+build.7", "patch", "error: version-not-bumped", "error: version-prerelease version-not-bumped"],
  // Numbers that are no semver.
  ["1.0.0", "v1.0.1", "patch", "error: version-not-semver", "error: version-not-semver"],
  ["1.0.0", "1.0.01", "patch", "error: version-not-semver", "error: version-not-semver"],
  ["1.0", "1.1.0", "minor", "warning: published-version-not-semver", "warning: published-version-not-semver"],
  ["2024-01-01", "1.0.0", "minor", "warning: published-version-not-semver", "warning: published-version-not-semver"],
]; // biome-ignore format: a table

describe("version policy", () => {
  it.each(golden)("published %j, draft %j, needs %s", (published, draft, required, editor, registry) => {
    const question = { published: published.split(" ").filter(Boolean), draft, required };
    for (const [column, expected] of [
      ["editor", editor],
      ["registry", registry],
    ] as const) {
      const answer = judgeVersion(question, column);
      expect([answer.verdict, answer.diagnostics.join(" ")].filter(Boolean).join(": "), column).toBe(expected);
    }
  });

  it("shows every row of the table at least once in each column that uses it", () => {
    for (const [id, row] of Object.entries(versionPolicy)) {
      if (row.editor !== "ok")
        expect(
          golden.some((each) => each[3].includes(id)),
          `${id}, editor`,
        ).toBe(true);
      if (row.registry !== "ok")
        expect(
          golden.some((each) => each[4].includes(id)),
          `${id}, registry`,
        ).toBe(true);
    }
  });

  it.each([
    ["", "none", "1.0.0"],
    ["1.4.2", "none", "1.4.3"],
    ["1.4.2", "minor", "1.5.0"],
    ["1.4.2 2.0.0-rc.1", "major", "2.0.0"],
    ["1.0", "minor", "1.1.0"],
  ] as const)("after %j, a change that needs %s is published as %s", (published, required, expected) => {
    const question = { published: published.split(" ").filter(Boolean), draft: "9.9.9", required };
    expect(judgeVersion(question, "registry").expected).toBe(expected);
  });
});
