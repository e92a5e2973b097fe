import { describe, expect, it } from "vitest";
import { readConnector } from "../../core/model/read.ts";
import { compareConnectors } from "../../core/versioning/compare.ts";

/** Edits that real connectors went through and that look like breaking somebody, with what they really ask for. */
type Edit = readonly [title: string, before: object, after: object, expected: readonly string[]];

const document = (operation: object, rest: object = {}): object => ({
  swagger: "2.0",
  ...rest,
  paths: { "/items": { post: { operationId: "AddItem", ...operation } } },
});
const key = (name: string) => document({}, { securityDefinitions: { key: { type: "apiKey", in: "header", name } } });
const scopes = (...names: string[]) => {
  const oauth = { type: "oauth2", flow: "accessCode", scopes: Object.fromEntries(names.map((name) => [name, name])) };
  return document({}, { securityDefinitions: { oauth }, security: [{ oauth: names }] });
};
const produces = (...types: string[]) => document({ produces: types });
const consumes = (...types: string[]) =>
  document({ consumes: types, parameters: [{ name: "item", in: "body", schema: { type: "object" } }] });
const responses = (list: object) => document({ responses: list });
const described = { type: "object", properties: { name: { type: "string" } } };
const shape = (schema: object) => responses({ "200": { description: "OK", schema } });
const circle = { title: "Circle", type: "object", properties: { radius: { type: "number" } } };
const square = { title: "Square", type: "object", properties: { width: { type: "number" } } };

const edits: readonly Edit[] = [
  ["a header of a key in other letter case", key("x-api-key"), key("X-API-KEY"), []],
  ["scopes in one entry, and one each", scopes("read write"), scopes("read", "write"), []],
  [
    "one scope fewer, in one entry",
    scopes("read write"),
    scopes("read"),
    ["major oauth-scope-removed", "minor security-scope-required-removed"],
  ],
  ["any type instead of one", produces("application/json"), produces("*/*"), ["minor response-media-type-added"]],
  ["one type instead of any", produces("*/*"), produces("application/json"), ["major response-media-type-removed"]],
  [
    "a type that another one stands for",
    consumes("application/merge-patch+json", "application/*+json"),
    consumes("application/*+json"),
    [],
  ],
  [
    "a schema of a response that has no body",
    responses({ "204": { description: "OK", schema: described } }),
    responses({ "204": { description: "OK" } }),
    [],
  ],
  [
    "a success that is described at last",
    responses({ default: { description: "OK", schema: {} } }),
    responses({ "200": { description: "OK", schema: described } }),
    ["minor response-default-narrowed-to-success", "minor response-schema-added"],
  ],
  [
    "a success that is described otherwise",
    responses({ default: { description: "OK", schema: described } }),
    responses({ "200": { description: "OK", schema: { type: "object", properties: { id: { type: "string" } } } } }),
    ["major response-success-status-removed", "minor response-success-status-added"],
  ],
  ["variants in another order", shape({ oneOf: [circle, square] }), shape({ oneOf: [square, circle] }), []],
  [
    "the only shape as one of two",
    shape(circle),
    shape({ oneOf: [square, circle] }),
    ["major response-one-of-branch-added"],
  ],
  [
    "a field of one variant",
    shape({ oneOf: [circle, square] }),
    shape({ oneOf: [circle, { ...square, properties: {} }] }),
    ["major response-optional-property-removed"],
  ],
];

describe("what looks like it", () => {
  it.each(edits)("%s", (_title, before, after, expected) => {
    const open = (data: object) =>
      readConnector([{ path: "apiDefinition.swagger.json", text: JSON.stringify(data, null, 2) }]);
    const { changes } = compareConnectors(open(before), open(after));
    expect([...new Set(changes.map(({ id, bump }) => `${bump} ${id}`))].sort()).toEqual(expected);
  });
});

it("a promise to keep an operation holds until its day, and where nobody says which day it is", () => {
  const open = (paths: object) =>
    readConnector([{ path: "apiDefinition.swagger.json", text: JSON.stringify({ swagger: "2.0", paths }) }]);
  const get = { operationId: "GetItem", deprecated: true, "x-sunset": "2026-06-30" };
  const [before, after] = [open({ "/items": { get } }), open({})];
  const judged = (today?: string) =>
    compareConnectors(before, after, { preset: "lenient", ...(today && { today }) }).changes.map(
      ({ id, bump }) => `${bump} ${id}`,
    );
  expect(judged()).toEqual(["major operation-removed-before-sunset"]);
  expect(judged("2026-06-29")).toEqual(["major operation-removed-before-sunset"]);
  expect(judged("2026-06-30")).toEqual(["minor deprecated-operation-removed"]);
});
