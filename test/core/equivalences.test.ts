import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { transitionActions, transitions } from "../../core/lifecycle/states.ts";
import { readConnector } from "../../core/model/read.ts";
import { compareConnectors } from "../../core/versioning/compare.ts";
import { elsewhere } from "../../core/versioning/elsewhere.ts";
import { equivalences } from "../../core/versioning/equivalences.generated.ts";
import { rules } from "../../core/versioning/generated.ts";
import { familyOf, readExample } from "../support/examples.ts";
import { root } from "../support/paths.ts";

const read = (text: string) => readConnector(readExample(text, familyOf(text)).files);

describe.each(equivalences.map((equivalence) => [equivalence.id, equivalence] as const))("%s", (_id, { examples }) => {
  it.each(examples.map((example, index) => [index, example] as const))(
    "example %i says the same, to everybody and both ways",
    (_index, { before, after }) => {
      for (const preset of ["default", "strict", "lenient", "microsoft"] as const) {
        for (const [old, now] of [
          [before, after],
          [after, before],
        ] as const)
          expect(compareConnectors(read(old), read(now), { preset })).toEqual({ bump: "none", changes: [] });
      }
    },
  );
});

const kinds = path.resolve(root, "../shared/versioning/rules.json");
it.skipIf(!existsSync(kinds))(
  "every known kind of change is a rule, an equivalence, or said elsewhere, and judged as the table has it",
  () => {
    const facts = JSON.parse(readFileSync(kinds, "utf8")) as { id: string; dir: string; bump: string }[];
    const known = facts.map(({ id }) => id);
    for (const { id, dir, bump } of facts) {
      const rule = rules.find((each) => each.id === id);
      if (rule) expect([id, rule.direction, rule.requires]).toEqual([id, dir, bump]);
      const said = elsewhere.find((each) => each.id === id);
      if (said) expect([id, said.bump]).toEqual([id, bump]);
    }
    const here = [rules, equivalences, elsewhere].flatMap((list) => list.map(({ id }) => id));
    expect(here).toHaveLength(new Set(here).size);
    expect(known.filter((id) => !here.includes(id))).toEqual([]);
  },
);

describe("what is said elsewhere", () => {
  it.each(elsewhere.map((entry) => [entry.id, entry] as const))("%s is really said there", (_id, { instead }) => {
    const { action, refusal, changes = [] } = instead;
    expect([action, refusal, ...changes].some(Boolean)).toBe(true);
    if (action) expect(transitionActions).toContain(action);
    for (const id of changes) expect(rules.map((rule) => rule.id)).toContain(id);
  });
  it("no step makes the scope of a connector narrower", () => {
    expect(transitions.filter(({ action }) => action === "promote").map(({ to }) => to)).toEqual(["published"]);
    expect(transitionActions.filter((action) => /demote|narrow|restrict/.test(action))).toEqual([]);
  });
});
