import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Connector } from "../../core/model/connector.ts";
import { readConnector } from "../../core/model/read.ts";
import { compareConnectors } from "../../core/versioning/compare.ts";
import { rules } from "../../core/versioning/generated.ts";
import { Random } from "../support/edits.ts";
import { familyOf, readExample } from "../support/examples.ts";
import { corpus, filesBelow, hasCorpus, noCorpus } from "../support/paths.ts";
import {
  extractParameters,
  extractSchemas,
  inlineDefinitions,
  joinBasePath,
  lowerInherited,
  lowerParameters,
  renameDefinitions,
  reorderKeys,
  reorderSets,
  takeAway,
} from "../support/transform.ts";

type Document = Parameters<typeof reorderKeys>[0];

/** Own documents: every JSON text of the versioning rules' examples. */
const own = rules
  .flatMap((rule) => rule.examples.flatMap(({ before, after }) => [before, after]))
  .filter((text) => text.trimStart().startsWith("{"))
  .map((text) => readExample(text, "powerplatform").files[0]!.text);

/** Real documents, every twelfth, so that the test stays short; those that are no JSON are left out. */
const real = !hasCorpus
  ? []
  : filesBelow(path.join(corpus, "dev"))
      .filter((file) => /\.swagger\.json$/i.test(file))
      .filter((_, index) => index % 12 === 0)
      .flatMap((file) => {
        try {
          const text = readFileSync(file, "utf8").replace(/^\ufeff/, "");
          JSON.parse(text);
          return text.length < 300_000 ? [text] : [];
        } catch {
          return [];
        }
      });

const read = (text: string) => readConnector([{ path: "apiDefinition.swagger.json", text }]);
const differences = (text: string, rewrite: (document: Document) => Document, indent?: number): string[] => {
  const document = JSON.parse(text) as Document;
  return compareConnectors(read(text), read(JSON.stringify(rewrite(document), null, indent))).changes.map(
    ({ id, entity }) => `${id}: ${entity}`,
  );
};

describe.each([
  ["the examples of the rules", own],
  [`real connectors (${hasCorpus ? `${real.length} of them` : `none: ${noCorpus}`})`, real],
])("%s", (_name, texts) => {
  it.each<[string, (document: Document) => Document]>([
    ["written without white space", (document) => document],
    ["keys in another order", reorderKeys],
    ["sets in another order", reorderSets],
    ["definitions under other names", renameDefinitions],
    ["inline schemas moved to definitions", extractSchemas],
    ["definitions written in place", inlineDefinitions],
    ["parameters and responses moved to the shared ones", extractParameters],
    ["path-level parameters moved down", lowerParameters],
    ["inherited media types and security written out", lowerInherited],
    ["base path moved into the paths", joinBasePath],
  ])("%s change nothing", (_law, rewrite) => {
    for (const text of texts)
      expect([text.slice(0, 200), differences(text, rewrite)]).toEqual([text.slice(0, 200), []]);
  });

  it("nothing differs from itself", () => {
    for (const text of texts) expect(compareConnectors(read(text), read(text))).toEqual({ bump: "none", changes: [] });
  });

  it("what breaks on the way breaks in one of the steps, where nothing is given back", () => {
    const random = new Random(23);
    const below = (limit: number): number => random.below(limit);
    let breaking = 0;
    for (const text of texts.filter(({ length }) => length < 60_000)) {
      const first = JSON.parse(text) as Document;
      const second = takeAway(first, below);
      const third = takeAway(second, below);
      const [a, b, c] = [first, second, third].map((document) => read(JSON.stringify(document))) as [
        Connector,
        Connector,
        Connector,
      ];
      if (compareConnectors(a, c).bump !== "major") continue;
      breaking++;
      const steps = [compareConnectors(a, b), compareConnectors(b, c)];
      const all = compareConnectors(a, c).changes.map(({ id, entity }) => `${id}: ${entity}`);
      expect([steps.map(({ bump }) => bump).includes("major"), all.slice(0, 3)]).toEqual([true, all.slice(0, 3)]);
    }
    if (texts.length) expect(breaking).toBeGreaterThan(5);
  });
});

it("definitions say the same in YAML and in JSON, in any order", () => {
  const inYaml = rules
    .flatMap((rule) => rule.examples.flatMap(({ before, after }) => [before, after]))
    .filter((text) => familyOf(text) === "definition");
  const open = (path: string, text: string) => readConnector([{ path, text }]);
  for (const text of inYaml) {
    const document = parse(text) as Document;
    const before = open("a.connector.yaml", text);
    for (const other of [document, reorderKeys(document)])
      expect([text, compareConnectors(before, open("a.connector.json", JSON.stringify(other))).changes]).toEqual([
        text,
        [],
      ]);
  }
  expect(inYaml.length).toBeGreaterThan(50);
});

it("what is written alike is skipped, and skipping it changes no verdict", () => {
  const pairs = hasCorpus
    ? filesBelow(path.join(corpus, "dev-pairs"))
        .filter((file) => file.endsWith("old.swagger.json"))
        .filter((_, index) => index % 8 === 0)
        .map(
          (file) =>
            [readFileSync(file, "utf8"), readFileSync(file.replace(/old(?=\.swagger)/, "new"), "utf8")] as const,
        )
    : [];
  const examples = rules
    .flatMap((rule) => rule.examples)
    .filter(({ before }) => before.trimStart().startsWith("{") && !before.includes("==="));
  for (const [before, after] of [...pairs, ...examples.map((example) => [example.before, example.after] as const)]) {
    const plain = before.replace(/^\ufeff/, "");
    let rewritten: string;
    try {
      // Another layout: nothing is written alike any more, so everything is compared.
      rewritten = JSON.stringify(JSON.parse(plain), null, 7);
    } catch {
      continue;
    }
    const judged = (text: string) =>
      compareConnectors(read(text), read(after))
        .changes.map(({ id, entity, bump }) => `${bump} ${id} ${entity}`)
        .sort();
    expect(judged(plain)).toEqual(judged(rewritten));
  }
});
