import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readConnector } from "../../core/model/read.ts";
import { compareConnectors } from "../../core/versioning/compare.ts";
import { rules } from "../../core/versioning/generated.ts";
import type { Bump, Preset } from "../../core/versioning/types.ts";
import { root } from "../support/paths.ts";

const before = {
  swagger: "2.0",
  info: { title: "A" },
  paths: {
    "/a": { get: { operationId: "A", parameters: [{ name: "size", in: "query", type: "string", default: "M" }] } },
  },
};
const after = {
  swagger: "2.0",
  info: { title: "B" },
  paths: {
    "/b": { get: { operationId: "A", parameters: [{ name: "size", in: "query", type: "string", default: "L" }] } },
  },
};
const read = (value: object) => readConnector([{ path: "apiDefinition.swagger.json", text: JSON.stringify(value) }]);
const judged = (preset: Preset) =>
  compareConnectors(read(before), read(after), { preset })
    .changes.map(({ id, bump }) => `${bump} ${id}`)
    .sort();

it("presets judge debatable changes differently, and the same facts", () => {
  expect(judged("default")).toEqual([
    "major operation-path-changed",
    "major request-parameter-default-changed",
    "patch info-title-changed",
  ]);
  expect(judged("strict")).toEqual([
    "major operation-path-changed",
    "major request-parameter-default-changed",
    "minor info-title-changed",
  ]);
  expect(judged("lenient")).toEqual([
    "minor request-parameter-default-changed",
    "patch info-title-changed",
    "patch operation-path-changed",
  ]);
});

it("the preset microsoft says what the official change validator says, and nothing else", () => {
  expect(
    compareConnectors(read(before), read(after), { preset: "microsoft" }).changes.map(({ codes }) => codes),
  ).toEqual([[{ message: "The path template has been changed for the operation.", valuePath: "operation/A" }]]);
  expect(new Set(rules.flatMap(({ official }) => official?.message ?? [])).size).toBe(15);
});

/** Facts that lie beside the repository: what each preset asks for, and what the official validator printed on real pull requests. */
const shared = (name: string): string => path.resolve(root, "../shared", name);
const load = <T>(name: string): readonly T[] =>
  existsSync(shared(name)) ? (JSON.parse(readFileSync(shared(name), "utf8")) as T[]) : [];

describe("facts beside the repository", () => {
  const presets = load<Record<"rule" | "default" | "strict" | "lenient", string>>("versioning/presets.json");
  it.skipIf(!presets.length)("debatable changes ask for what the table of presets says", () => {
    for (const { rule: id, ...wanted } of presets) {
      const rule = rules.find((each) => each.id === id);
      if (!rule) continue;
      const bump = (preset: Preset): Bump => rule.presets?.[preset] ?? rule.requires;
      expect({ id, default: bump("default"), strict: bump("strict"), lenient: bump("lenient") }).toMatchObject({
        id,
        default: wanted.default,
        strict: wanted.strict,
        lenient: wanted.lenient,
      });
    }
  });

  interface Printed {
    readonly pr: number;
    readonly complete_output: boolean;
    readonly expected: readonly { readonly message: string; readonly value_path: string }[];
  }
  const verdicts = load<Printed>("powerplatform/verdicts/index.json");
  it.skipIf(!verdicts.length)("what the official validator printed is printed here, word for word", () => {
    for (const { pr, complete_output, expected: printed } of verdicts) {
      const open = (name: string) =>
        readConnector([
          {
            path: "apiDefinition.swagger.json",
            text: readFileSync(shared(`powerplatform/verdicts/pr-${pr}/${name}.swagger.json`), "utf8"),
          },
        ]);
      const { changes } = compareConnectors(open("old"), open("new"), { preset: "microsoft" });
      const lines = changes.flatMap(({ codes }) => codes.map(({ message, valuePath }) => `${valuePath}: ${message}`));
      const wanted = printed.map(({ message, value_path }) => `${value_path}: ${message}`);
      if (complete_output) expect(lines.sort(), `pull request ${pr}`).toEqual(wanted.sort());
      else expect(lines, `pull request ${pr}`).toEqual(expect.arrayContaining(wanted));
    }
  });
});
