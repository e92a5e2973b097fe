import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as semver from "../../core/lifecycle/semver.ts";

const release = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map((parts) => parts.join("."));

describe("semver", () => {
  it.each(["1.0.0", "0.0.0", "10.20.30", "1.0.0-beta.1", "1.0.0-0a.b-c", "1.0.0+build.7", "1.0.0-rc.1+5"])(
    "reads %s as it is",
    (text) => {
      const version = semver.parse(text);
      expect(version && semver.format(version)).toBe(text);
      expect(semver.coerce(text)).toEqual({ version, text });
    },
  );

  it.each([
    "",
    "1",
    "1.0",
    "v1.0.0",
    "1.0.01",
    "01.0.0",
    "1.0.0-",
    "1.0.0-01",
    "1.0.0.0",
    " 1.0.0",
    "1.0.0 ",
    "1.0.0-ä",
  ])("refuses %j", (text) => {
    expect(semver.parse(text)).toBeUndefined();
  });

  it.each([
    ["1", "1.0.0"],
    ["1.0", "1.0.0"],
    ["v1", "1.0.0"],
    ["V2.3", "2.3.0"],
    [" 1.2.3 ", "1.2.3"],
    ["1.0.01", "1.0.1"],
    ["v1.2.3-beta.1", "1.2.3-beta.1"],
  ])("reads %j as %s and says so", (text, expected) => {
    const read = semver.coerce(text);
    expect(read?.text).toBe(expected);
    expect(read?.note).toBe(`${text.trim()} is read as ${expected}`);
  });

  it.each(["", "latest", "2024-01-01", "1.x", "1.0-beta", "1.2.3.4", "one"])("cannot read %j", (text) => {
    expect(semver.coerce(text)).toBeUndefined();
  });

  it("orders as semver does", () => {
    const ordered = [
      "0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11",
      "1.0.0-rc.1", "1.0.0", "1.0.1", "1.2.0", "1.10.0", "2.0.0",
    ].map((text) => semver.parse(text)!); // biome-ignore format: one line reads better
    for (const [left, a] of ordered.entries())
      for (const [right, b] of ordered.entries())
        expect(Math.sign(semver.compare(a, b)), `${semver.format(a)} ? ${semver.format(b)}`).toBe(
          Math.sign(left - right),
        );
    expect(semver.compare(semver.parse("1.0.0+a")!, semver.parse("1.0.0+b")!)).toBe(0);
  });

  it.each([
    ["1.2.3", "patch", "1.2.4"],
    ["1.2.3", "minor", "1.3.0"],
    ["1.2.3", "major", "2.0.0"],
    ["1.2.3", "none", "1.2.3"],
  ] as const)("%s raised by %s is %s", (from, bump, to) => {
    expect(semver.format(semver.step(semver.parse(from)!, bump))).toBe(to);
  });

  it.each([
    [undefined, "major", "1.0.0"],
    ["1.4.2", "none", "1.4.3"],
    ["1.4", "minor", "1.5.0"],
    ["2024-01-01", "minor", "1.0.0"],
  ] as const)("after %s, %s comes %s", (latest, bump, to) => {
    expect(semver.next(latest, bump)).toBe(to);
  });

  it("finds exactly the steps that step makes", () => {
    fc.assert(
      fc.property(release, release, (from, to) => {
        const [a, b] = [semver.parse(from)!, semver.parse(to)!];
        const expected = (["patch", "minor", "major"] as const).find(
          (bump) => semver.format(semver.step(a, bump)) === to,
        );
        expect(semver.stepBetween(a, b)).toBe(expected);
        for (const bump of ["patch", "minor", "major"] as const)
          expect(semver.stepBetween(a, semver.step(a, bump))).toBe(bump);
      }),
    );
  });

  it("finds the latest release", () => {
    expect(semver.latest(["1.10.0", "1.9.0", "2.0.0-rc.1", "junk"])).toBe("1.10.0");
    expect(semver.latest([])).toBeUndefined();
  });

  it("orders bumps", () => {
    expect(semver.compareBumps("minor", "patch")).toBeGreaterThan(0);
    expect(semver.compareBumps("none", "patch")).toBeLessThan(0);
    expect(semver.compareBumps("major", "major")).toBe(0);
  });
});
