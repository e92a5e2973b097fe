import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readConnector } from "../../core/model/read.ts";
import type { SourceInput } from "../../core/syntax/source.ts";
import { compareConnectors } from "../../core/versioning/compare.ts";
import { root } from "../support/paths.ts";

interface Case {
  readonly id: string;
  readonly title: string;
  readonly old: object;
  readonly new: object;
  readonly expected_bump: string;
  readonly expected_change_ids: readonly string[];
}

/** Labelled pairs that lie beside the repository; they are test data and no part of the project. */
const load = (name: string): readonly Case[] => {
  const file = path.resolve(root, "../shared/versioning", name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Case[]) : [];
};
const swagger = (document: object): SourceInput[] => [
  { path: "apiDefinition.swagger.json", text: JSON.stringify(document, null, 1) },
];
const properties = (document: object): SourceInput[] => [
  { path: "apiDefinition.swagger.json", text: '{ "swagger": "2.0" }' },
  { path: "apiProperties.json", text: JSON.stringify(document, null, 1) },
];

describe.each([
  ["swagger documents", load("cases-public.json"), swagger],
  ["connector properties", load("cases-apiproperties-public.json"), properties],
] as const)("labelled pairs of %s", (_name, cases, files) => {
  if (!cases.length) process.stderr.write("Skipped: the labelled pairs are not beside the repository.\n");
  it.skipIf(!cases.length)("are judged as labelled: the set of changes, and the bump", () => {
    const wrong = cases.flatMap((each) => {
      const verdict = compareConnectors(readConnector(files(each.old)), readConnector(files(each.new)));
      const ids = [...new Set(verdict.changes.map(({ id }) => id))].sort();
      const expected = [...each.expected_change_ids].sort();
      return verdict.bump === each.expected_bump && ids.join() === expected.join()
        ? []
        : [{ id: each.id, title: each.title, expected, ids, bump: verdict.bump }];
    });
    expect(wrong).toEqual([]);
  });
});
