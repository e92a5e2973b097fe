import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { Checker, checkConnector } from "../../core/checklist/check.ts";
import { type Entity, valuesOf } from "../../core/checklist/entities.ts";
import { rules } from "../../core/checklist/generated.ts";
import type { Finding } from "../../core/checklist/types.ts";
import type { Connector } from "../../core/model/connector.ts";
import { groupFolder, readConnector } from "../../core/model/read.ts";
import { readExample } from "../support/examples.ts";
import { corpus, filesBelow, hasCorpus, noCorpus, root } from "../support/paths.ts";

const options = { today: "2026-01-15", profile: "certified" } as const;

/** Connectors below a folder, every so many of them. */
function connectorsBelow(folder: string, step = 1): [string, Connector][] {
  const byFolder = new Map<string, string[]>();
  for (const file of filesBelow(folder))
    byFolder.set(path.dirname(file), [...(byFolder.get(path.dirname(file)) ?? []), file]);
  return [...byFolder.values()]
    .flatMap((files) => groupFolder(files))
    .filter((_, index) => index % step === 0)
    .map(({ main, companions }) => [
      path.relative(folder, main),
      readConnector(
        [main, ...companions].map((file) => ({ path: file, text: readFileSync(file, "utf8") })),
        { folder: companions.length > 0 },
      ),
    ]);
}

const examples = connectorsBelow(path.join(root, "examples"));
/** What the rules complain about, and half-typed: such documents have sections of every wrong kind. */
const small: [string, Connector][] = rules.flatMap((rule) =>
  rule.examples.bad.flatMap((text, index) => {
    const { files } = readExample(text, rule.families[0]!);
    const [main, ...others] = files;
    return [1, 0.7, 0.4].map((part): [string, Connector] => [
      `${rule.id} ${index}`,
      readConnector([{ ...main!, text: main!.text.slice(0, main!.text.length * part) }, ...others]),
    ]);
  }),
);
const real = hasCorpus
  ? ["dev", "dev-broken", "dev-pairs"].flatMap((name) => connectorsBelow(path.join(corpus, name), 10))
  : [];
const corpora = [
  ["the examples", examples],
  ["the examples of the rules", small],
  [`real connectors (${hasCorpus ? `${real.length} of them` : `none: ${noCorpus}`})`, real],
] as const;

const texts = (findings: readonly Finding[]): string[] =>
  findings.map(({ rule, place, message }) => `${rule} ${place.file.path}:${place.start}-${place.end} ${message}`);

describe.each(corpora)("%s", (_name, connectors) => {
  it("consist of entities, and every value belongs to one of them", () => {
    for (const [name, connector] of connectors) {
      const entities = new Checker(connector, options).entities();
      for (const file of connector.files) {
        const own = entities.filter((entity) => entity.file === file);
        expect(own.length, `${name}: ${file.path}`).toBeGreaterThan(0);
        const owners = new Map<number, Entity>();
        for (const entity of own)
          for (const { node } of valuesOf(entity, connector.family)) {
            expect(owners.has(node), `${name}: ${file.path}${file.tree?.pointer(node)} belongs to two`).toBe(false);
            owners.set(node, entity);
          }
        const roots = new Set(own.map(({ item }) => item.node));
        const walk = (node: number): void => {
          const tree = file.tree!;
          let nearest = node;
          while (!roots.has(nearest)) nearest = tree.parent(nearest);
          expect(owners.get(node)?.item.node, `${name}: ${file.path}${tree.pointer(node)}`).toBe(nearest);
          for (let child = tree.first(node); child >= 0; child = tree.next(child)) walk(child);
        };
        if (file.tree) walk(file.tree.root);
      }
    }
  });

  it("hold every operation in exactly one entity", () => {
    for (const [name, connector] of connectors) {
      const held = new Checker(connector, options).entities().flatMap(({ operations }) => operations);
      expect(new Set(held), name).toEqual(new Set(connector.operations));
      expect(held.length, name).toBe(connector.operations.length);
    }
  });

  it("give the same findings in whatever order their pieces are checked, one of them twice or with another checker", () => {
    for (const [name, connector] of connectors) {
      const first = new Checker(connector, options);
      const pieces = [
        ...first.entities().map((entity) => (checker: Checker) => checker.checkOwn(entity)),
        ...first.entities().map((entity) => (checker: Checker) => checker.checkFollowed(entity)),
        ...first.wholeRules().map((rule) => (checker: Checker) => checker.checkWhole(rule)),
      ].reverse();
      const second = new Checker(connector, options);
      const findings = pieces.flatMap((check, index) => check(index % 2 ? first : second));
      const again = pieces.flatMap((check) => check(first));
      const expected = texts(checkConnector(connector, options)).sort();
      expect(texts(first.settle(first.merge([...findings, ...first.syntax()])).findings).sort(), name).toEqual(
        expected,
      );
      expect(texts(first.settle(first.merge([...again, ...first.syntax()])).findings).sort(), name).toEqual(expected);
    }
  });
});
