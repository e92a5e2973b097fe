import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readConnector } from "../../core/model/read.ts";
import { compareConnectors, diffConnectors, judgesOf } from "../../core/versioning/compare.ts";
import { rules } from "../../core/versioning/generated.ts";
import { readExample } from "../support/examples.ts";
import { corpus, filesBelow, hasCorpus, noCorpus } from "../support/paths.ts";

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
