import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readConnector } from "../../core/model/read.ts";
import { compareConnectors, diffConnectors, judgesOf } from "../../core/versioning/compare.ts";
import { echoes } from "../../core/versioning/echoes.ts";
import { rules } from "../../core/versioning/generated.ts";
import { definitionOverrides } from "../../core/versioning/overrides.ts";
import type { VersionRuleDefinition } from "../../core/versioning/rule.ts";
import { familyOf, readExample } from "../support/examples.ts";
import { corpus, filesBelow, hasCorpus, noCorpus } from "../support/paths.ts";

const read = (text: string, family: "definition" | "powerplatform") => readConnector(readExample(text, family).files);

/** What an example gives, under the preset that knows the rule. */
function judged(example: VersionRuleDefinition["examples"][number], { only = "default" }: VersionRuleDefinition) {
  const family = familyOf(example.before);
  return compareConnectors(read(example.before, family), read(example.after, family), { preset: only });
}

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  it.each(rule.examples.map((example, index) => [index, example] as const))(
    "example %i is judged as written",
    (_index, example) => {
      const { changes } = judged(example, rule);
      expect([...new Set(changes.map((change) => change.id))].sort()).toEqual([...example.expect].sort());
      for (const change of changes) {
        expect(change.message).not.toMatch(/undefined|NaN|\[object/);
        expect(change.new, "every change has a place in the new version").toBeDefined();
      }
    },
  );

  it("has an example that it judges, with the bump that it requires, and a near miss", () => {
    const own = rule.examples.filter((example) => example.expect.includes(rule.id));
    expect(own.length).toBeGreaterThan(0);
    expect(rule.examples.length).toBeGreaterThan(own.length);
    const [first] = own as [VersionRuleDefinition["examples"][number]];
    const change = judged(first, rule).changes.find(({ id }) => id === rule.id);
    const override = familyOf(first.before) === "definition" ? definitionOverrides[rule.id]?.bump : undefined;
    expect(change?.bump).toBe(rule.only ? "major" : (override ?? rule.requires));
    if (rule.only) expect(judged(first, { ...rule, only: "default" })).toEqual({ bump: "none", changes: [] });
  });

  it("says who breaks where somebody can, and what to do that helps", () => {
    const major = [rule.requires, ...Object.values(rule.presets ?? {})].includes("major");
    expect(rule.breaks !== undefined, "breaks").toBe(major);
    expect(rule.witness !== undefined, "witness").toBe(major);
    if (rule.requires === "major") expect(rule.todo).not.toMatch(/Publish it as a (?:minor|patch) version/);
    for (const text of [rule.summary, rule.why, rule.todo, rule.breaks ?? "It."]) expect(text).toMatch(/^[A-Z].*\.$/);
  });
});

describe("the official validator's value path", () => {
  it.each(rules.flatMap((rule) => (rule.official ? [[rule.id, rule, rule.official] as const] : [])))(
    "of %s",
    (_id, rule, { message, valuePath }) => {
      const pattern = new RegExp(`^${valuePath.replace("/{field}", "(?:/[^/]+)*").replace(/\{\w+\}/g, "[^/]+")}$`);
      for (const example of rule.examples.filter(({ expect }) => expect.includes(rule.id))) {
        const change = judged(example, rule).changes.find(({ id }) => id === rule.id);
        expect(change?.codes).toEqual([{ message, valuePath: expect.stringMatching(pattern) }]);
      }
    },
  );
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

it("an echo and what it repeats are kinds of fact that are judged", () => {
  for (const { echoes: list, of } of echoes)
    for (const kind of [...list, ...of]) expect(judgesOf(kind), kind).not.toEqual([]);
});

describe("no difference goes unjudged", () => {
  const real = hasCorpus
    ? filesBelow(path.join(corpus, "dev-pairs")).filter((file) => file.endsWith("old.swagger.json"))
    : [];
  if (!hasCorpus) process.stderr.write(`Skipped: ${noCorpus}.\n`);
  it.skipIf(!hasCorpus)("between real versions", () => {
    const open = (file: string) => readConnector([{ path: file, text: readFileSync(file, "utf8") }]);
    for (const old of real.filter((_, index) => index % 4 === 0)) {
      const facts = diffConnectors(open(old), open(old.replace(/old(?=\.swagger)/, "new")));
      for (const { kind } of facts) expect(judgesOf(kind), kind).not.toEqual([]);
    }
  });
  it("in a parameter, where only fields have rules of their own", () => {
    const document = (parameter: object) =>
      read(
        JSON.stringify({
          swagger: "2.0",
          paths: {
            "/a": {
              get: { operationId: "A", parameters: [{ name: "size", in: "query", type: "string", ...parameter }] },
            },
          },
        }),
        "powerplatform",
      );
    const verdict = compareConnectors(document({ "x-nullable": true }), document({}));
    expect(verdict).toMatchObject({ bump: "major", changes: [{ entity: "parameter size of A" }] });
  });
});
