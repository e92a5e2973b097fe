import { expect, it } from "vitest";
import { readConnector } from "../../core/model/read.ts";
import { compareConnectors } from "../../core/versioning/compare.ts";
import { rules } from "../../core/versioning/generated.ts";
import type { Preset } from "../../core/versioning/types.ts";

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
