import { describe, expect, it } from "vitest";
import { addDays, dayOf, earliestSunset, earliestUnpublish } from "../../core/lifecycle/dates.ts";
import { type Facts, states, transition, transitionActions } from "../../core/lifecycle/states.ts";

const now = "2031-03-01T12:00:00.000Z";

/** Facts with which every guard is satisfied, so that only the table decides. */
const willing: Record<string, Facts> = {
  publish: { now, step: "patch" },
  deprecate: { now, sunsetAt: "2031-06-01T00:00:00Z" },
  extend: { now, sunsetAt: "2031-06-01T00:00:00Z", currentSunsetAt: "2031-05-01T00:00:00Z" },
  undeprecate: { now },
  unpublish: { now, inUseBy: 0 },
  promote: { now, scope: "enterprise" },
};

/** By hand: for every state, what each action leads to. A dash means that it is refused. */
const golden = `
              publish     deprecate   extend      undeprecate unpublish    promote
  draft       published   -           -           -           -            -
  published   published   deprecated  -           -           unpublished  published
  deprecated  deprecated  -           deprecated  published   unpublished  -
  unpublished published   -           -           -           -            -
`;

describe("states", () => {
  const [head, ...lines] = golden
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  const cells = lines.flatMap(([from, ...to]) => to.map((cell, index) => [from!, head![index]!, cell] as const));

  it("has a golden cell for every state and action", () => {
    expect(cells.map(([from, action]) => `${from} ${action}`)).toEqual(
      states.flatMap((from) => transitionActions.map((action) => `${from} ${action}`)),
    );
  });

  it.each(cells)("%s, %s → %s", (from, action, to) => {
    const result = transition(from as "draft", action as "publish", willing[action]!);
    if (to === "-") expect(result).toMatchObject({ ok: false, refusal: "invalid-state" });
    else expect(result).toEqual({ ok: true, to });
  });

  it("refuses in a sentence", () => {
    expect(transition("unpublished", "deprecate", { now })).toMatchObject({
      reason: "A connector that is unpublished cannot be deprecated.",
    });
  });
});

describe("guards", () => {
  it.each([
    ["patch", true],
    ["minor", false],
    ["major", false],
  ] as const)("while deprecated, a %s publication is allowed: %s", (step, ok) => {
    expect(transition("deprecated", "publish", { now, step }).ok).toBe(ok);
    expect(transition("published", "publish", { now, step }).ok).toBe(true);
  });

  it.each([
    ["2031-03-30T00:00:00Z", "sunset-too-early"],
    ["2031-03-30T23:59:59Z", "sunset-too-early"],
    ["2031-03-31T00:00:00Z", undefined],
    ["2032-01-01T00:00:00Z", undefined],
    ["2031-01-01T00:00:00Z", "sunset-too-early"],
    ["not a date", "sunset-too-early"],
  ])("deprecation to %s is refused: %s", (sunsetAt, refusal) => {
    const result = transition("published", "deprecate", { now, sunsetAt });
    expect(result.ok ? undefined : result.refusal).toBe(refusal);
  });

  it.each([
    ["2031-04-30T00:00:00Z", "sunset-not-earlier"],
    ["2031-05-01T00:00:00Z", undefined],
    ["2031-05-02T00:00:00Z", undefined],
  ])("moving the day to %s is refused: %s", (sunsetAt, refusal) => {
    const result = transition("deprecated", "extend", { now, sunsetAt, currentSunsetAt: "2031-05-01T00:00:00Z" });
    expect(result.ok ? undefined : result.refusal).toBe(refusal);
  });

  const past = "2031-03-01T11:59:59.999Z";
  const future = "2031-03-01T12:00:00.001Z";
  it.each([
    // In use by, earliest moment, override (reason, slug typed), refusal.
    [0, undefined, undefined, undefined, undefined],
    [0, future, undefined, undefined, undefined],
    [1, undefined, undefined, undefined, "grace-period"],
    [7, future, undefined, undefined, "grace-period"],
    [7, now, undefined, undefined, undefined],
    [7, past, undefined, undefined, undefined],
    [7, future, "key leaked", true, undefined],
    [7, undefined, "key leaked", true, undefined],
    [7, future, "key leaked", false, "override-incomplete"],
    [7, future, " ", true, "override-incomplete"],
    [7, past, "", false, undefined],
  ])(
    "unpublishing, used by %s, notice until %s, override %s %s is refused: %s",
    (inUseBy, until, reason, slugTyped, refusal) => {
      const facts: Facts = {
        now,
        inUseBy,
        ...(until !== undefined && { earliestUnpublishAt: until }),
        ...(reason !== undefined && { override: { reason, slugTyped: slugTyped === true } }),
      };
      for (const from of ["published", "deprecated"] as const) {
        const result = transition(from, "unpublish", facts);
        expect(result.ok ? undefined : result.refusal, from).toBe(refusal);
      }
    },
  );

  it("promotes only from enterprise scope", () => {
    expect(transition("published", "promote", { now, scope: "global" })).toMatchObject({ refusal: "invalid-state" });
  });
});

describe("dates", () => {
  it("counts days in UTC", () => {
    expect(dayOf("1970-01-02T23:59:59Z")).toBe(1);
    expect(addDays("2032-02-28T00:00:00Z", 1)).toBe("2032-02-29T00:00:00.000Z");
    expect(earliestSunset("2031-12-15T23:00:00Z")).toBe("2032-01-14");
  });

  it.each([
    ["2031-06-01T00:00:00Z", "2031-03-01T12:00:00Z", "2031-06-01T00:00:00.000Z"],
    ["2031-03-31T00:00:00Z", "2031-03-01T12:00:00Z", "2031-03-31T12:00:00.000Z"],
    ["2031-03-31T00:00:00Z", "2031-03-20T12:00:00Z", "2031-04-19T12:00:00.000Z"],
  ])("a sunset at %s with a notice at %s allows unpublishing from %s", (sunset, notice, expected) => {
    expect(earliestUnpublish(sunset, notice)).toBe(expected);
  });
});
