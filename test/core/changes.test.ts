import { describe, expect, it } from "vitest";
import { readConnector } from "../../core/model/read.ts";
import { compareConnectors, diffConnectors } from "../../core/versioning/compare.ts";
import { rules } from "../../core/versioning/generated.ts";
import { readExample } from "../support/examples.ts";

const read = (text: string, family: "definition" | "powerplatform") => readConnector(readExample(text, family).files);
/** YAML is what definitions are written in, JSON what the Power Platform takes. */
const familyOf = (text: string) => (/^\s*[{=]/.test(text) ? "powerplatform" : "definition");

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  it.each(rule.examples.map((example, index) => [index, example] as const))(
    "example %i is judged as written",
    (_index, example) => {
      const family = familyOf(example.before);
      const verdict = compareConnectors(read(example.before, family), read(example.after, family));
      expect([...new Set(verdict.changes.map((change) => change.id))].sort()).toEqual([...example.expect].sort());
      for (const change of verdict.changes) {
        expect(change.message).not.toMatch(/undefined|NaN|\[object/);
        expect(change.new, "every change has a place in the new version").toBeDefined();
      }
    },
  );

  it("has an example that it judges, with the bump that it requires", () => {
    const own = rule.examples.filter((example) => example.expect.includes(rule.id));
    expect(own.length).toBeGreaterThan(0);
    const family = familyOf(own[0]!.before);
    const verdict = compareConnectors(read(own[0]!.before, family), read(own[0]!.after, family));
    expect(verdict.changes.find((change) => change.id === rule.id)?.bump).toBe(
      family === "definition" && rule.id === "base-path-changed" ? "minor" : rule.requires,
    );
  });
});

it("equal connectors have no difference, whatever they are", () => {
  for (const rule of rules) {
    for (const example of rule.examples) {
      for (const text of [example.before, example.after]) {
        const family = familyOf(text);
        expect(compareConnectors(read(text, family), read(text, family))).toEqual({ bump: "none", changes: [] });
      }
    }
  }
});

it("every kind of fact that the differ finds in the examples has a rule that judges it", () => {
  const judged = new Set(rules.flatMap((rule) => rule.change));
  for (const rule of rules) {
    for (const example of rule.examples) {
      const family = familyOf(example.before);
      for (const fact of diffConnectors(read(example.before, family), read(example.after, family)))
        expect(judged).toContain(fact.kind);
    }
  }
});
