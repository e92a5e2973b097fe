import { describe, expect, it } from "vitest";
import { checkConnector } from "../../core/checklist/check.ts";
import { detectProfile } from "../../core/checklist/profile.ts";
import { groupFolder, readConnector } from "../../core/model/read.ts";
import { compareConnectors } from "../../core/versioning/compare.ts";

const swagger = (value: object, path = "apiDefinition.swagger.json") =>
  readConnector([{ path, text: JSON.stringify({ swagger: "2.0", ...value }) }]);

describe("families are recognised", () => {
  it.each([
    ["a.connector.yaml", "", "definition"],
    ["A.Connector.YML", "", "definition"],
    ["a.connector.json", "{}", "definition"],
    ["apiDefinition.swagger.json", "{}", "powerplatform"],
    ["APIDEFINITION.SWAGGER.JSON", "{}", "powerplatform"],
    ["apiDefination.swagger.json", "{}", "powerplatform"],
    ["De-Lijn.swagger.json", "{}", "powerplatform"],
    ["apiProperties.json", "{}", "powerplatform"],
    ["thing.json", '{ "swagger": "2.0" }', "powerplatform"],
    ["thing.yaml", "format_version: 1\n", "definition"],
  ])("%s", (path, text, family) => {
    expect(readConnector([{ path, text }]).family).toBe(family);
  });
  it("a folder's files belong to the swagger that shares their stem, else to the only one", () => {
    expect(
      groupFolder(["d/apiDefinition.swagger.json", "d/ApiProperties.json", "d/Readme.MD", "d/script.csx"]),
    ).toEqual([
      { main: "d/apiDefinition.swagger.json", companions: ["d/ApiProperties.json", "d/Readme.MD", "d/script.csx"] },
    ]);
    expect(groupFolder(["a.swagger.json", "b.swagger.json", "a.apiProperties.json"])).toEqual([
      { main: "a.swagger.json", companions: ["a.apiProperties.json"] },
      { main: "b.swagger.json", companions: [] },
    ]);
    expect(groupFolder(["apiProperties.json", "readme.md"])).toEqual([
      { main: "apiProperties.json", companions: ["readme.md"] },
    ]);
  });
});

describe("profiles", () => {
  const properties = (value: object, path = "x/apiDefinition.swagger.json") =>
    readConnector([
      { path, text: '{"swagger":"2.0"}' },
      { path: "apiProperties.json", text: JSON.stringify({ properties: value }) },
    ]);
  it.each([
    [properties({ iconBrandColor: "#DA3B01" }), "independent"],
    [properties({ publisher: "A", stackOwner: "B" }), "certified"],
    [properties({}), "custom"],
    [properties({}, "r/certified-connectors/X/apiDefinition.swagger.json"), "certified"],
    [properties({ publisher: "A", stackOwner: "B" }, "custom-connectors/X/apiDefinition.swagger.json"), "custom"],
  ])("%#", (connector, profile) => {
    expect(detectProfile(connector)).toBe(profile);
  });
});

describe("operations", () => {
  it("merge path level and operation level, and resolve references", () => {
    const connector = swagger({
      parameters: { shared: { name: "page", in: "query", type: "integer" } },
      paths: {
        "/a/{id}": {
          parameters: [
            { name: "id", in: "path", required: true, type: "string" },
            { name: "q", in: "query", type: "string" },
          ],
          get: {
            operationId: "A",
            parameters: [{ $ref: "#/parameters/shared" }, { name: "q", in: "query", type: "integer" }],
          },
        },
      },
    });
    expect(
      connector.operation("A")?.parameters.map(({ name, schema, shared }) => [name, schema.get("type").string, shared]),
    ).toEqual([
      ["page", "integer", false],
      ["q", "integer", false],
      ["id", "string", true],
    ]);
  });
  it("take default for success only where no 2xx is declared", () => {
    const responses = (value: object) =>
      swagger({ paths: { "/a": { get: { operationId: "A", responses: value } } } }).operations[0]!.responses.map(
        ({ status, success }) => [status, success],
      );
    expect(responses({ default: {} })).toEqual([["default", true]]);
    expect(responses({ 200: {}, default: {} })).toEqual([
      ["200", true],
      ["default", false],
    ]);
  });
});

describe("circular schemas", () => {
  const tree = {
    type: "object",
    properties: {
      children: { type: "array", items: { $ref: "#/definitions/Tree" } },
      self: { $ref: "#/definitions/Loop" },
    },
    allOf: [{ $ref: "#/definitions/Tree" }],
  };
  const connector = (extra: object = {}) =>
    swagger({
      definitions: { Tree: { ...tree, ...extra }, Loop: { $ref: "#/definitions/Loop" } },
      paths: { "/a": { get: { operationId: "A", responses: { 200: { schema: { $ref: "#/definitions/Tree" } } } } } },
    });
  it("are checked and compared", () => {
    expect(checkConnector(connector(), { today: "2026-01-01" }).filter(({ rule }) => rule === "internal")).toEqual([]);
    expect(compareConnectors(connector(), connector()).changes).toEqual([]);
    expect(compareConnectors(connector(), connector({ required: ["children"] })).changes.map(({ id }) => id)).toEqual([
      "response-property-became-required",
    ]);
  });
});

describe("versions", () => {
  it.each([["1.0"], ["v1"], ["latest"]])("%s is kept as written", (version) => {
    expect(swagger({ info: { version } }).versionText).toBe(version);
    expect(readConnector([{ path: "a.connector.yaml", text: `version: ${version}\n` }]).versionText).toBe(version);
  });
});

it("what is no connector at all is read as an empty one", () => {
  for (const text of ["", "null", "[]", "1", "\u0000", "{", "--- &a [*a]"]) {
    for (const path of ["a.connector.yaml", "apiDefinition.swagger.json", "apiProperties.json", "a.txt"]) {
      const connector = readConnector([{ path, text }]);
      expect(connector.operations).toEqual([]);
      expect(() => checkConnector(connector, { today: "2026-01-01", profile: "certified" })).not.toThrow();
    }
  }
  expect(() => checkConnector(readConnector([]), { today: "2026-01-01" })).not.toThrow();
});
