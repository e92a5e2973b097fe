import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readConnector } from "../../core/model/read.ts";
import { compareConnectors } from "../../core/versioning/compare.ts";
import { rules } from "../../core/versioning/generated.ts";
import { readExample } from "../support/examples.ts";
import { corpus, filesBelow, hasCorpus, noCorpus } from "../support/paths.ts";
import {
  extractSchemas,
  joinBasePath,
  lowerInherited,
  lowerParameters,
  renameDefinitions,
  reorderKeys,
  reorderSets,
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
    ["path-level parameters moved down", lowerParameters],
    ["inherited media types and security written out", lowerInherited],
    ["base path moved into the paths", joinBasePath],
  ])("%s change nothing", (_law, rewrite) => {
    for (const text of texts)
      expect([text.slice(0, 200), differences(text, rewrite)]).toEqual([text.slice(0, 200), []]);
  });
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
