import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ColorInformation, DocumentLink, InlayHint, Location, WorkspaceEdit } from "vscode-languageserver-types";
import { Lines } from "../../core/syntax/lines.ts";
import { LspClient } from "../support/lsp.ts";

let client: LspClient;
beforeAll(async () => {
  client = await LspClient.start();
});
afterAll(() => client.stop());

let count = 0;
const SWAGGER = `{
  "swagger": "2.0",
  "info": { "title": "Harbours and their tides, today", "version": "1.0", "description": "Short.", "x-ms-api-annotation": { "status": "Preview" } },
  "paths": {
    "/harbours": {
      "get": {
        "operationId": "ListHarbours",
        "responses": { "200": { "description": "It.", "schema": { "$ref": "#/definitions/Harbour" } } }
      }
    },
    "/harbours/{harbour}/tides": {
      "get": {
        "operationId": "ListTides",
        "summary": "List the tides",
        "parameters": [
          { "$ref": "#/parameters/Top" },
          {
            "name": "harbour", "in": "path", "required": true, "type": "string",
            "x-ms-dynamic-values": { "operationId": "ListHarbours", "value-path": "id" }
          }
        ],
        "responses": { "200": { "description": "It.", "schema": { "$ref": "#/definitions/Harbour" } } }
      }
    }
  },
  "definitions": { "Harbour": { "type": "object", "properties": { "next": { "$ref": "#/definitions/Harbour" } } } },
  "parameters": { "Top": { "name": "top", "in": "query", "type": "integer" } }
}
`;
const PROPERTIES = `{
  "properties": {
    "iconBrandColor": "#0a7b83",
    "scriptOperations": ["ListHarbours"],
    "policyTemplateInstances": [
      { "templateId": "setheader", "parameters": { "x-ms-apimTemplate-operationName": ["ListTides", "ListHarbours"] } }
    ]
  }
}
`;

/** Opens both files; answers their URIs. */
async function open(published?: string): Promise<{ definition: string; properties: string }> {
  const folder = `file:///names/certified-connectors/${++count}`;
  const definition = `${folder}/apiDefinition.swagger.json`;
  const properties = `${folder}/apiProperties.json`;
  client.files.set(properties, PROPERTIES);
  client.baseline = published
    ? {
        connector: "local/harbours",
        version: "1.4.0",
        versions: ["1.4.0"],
        state: "published",
        published_at: "2026-01-01T00:00:00Z",
        enterprises: 0,
        files: [{ path: "apiDefinition.swagger.json", text: published }],
      }
    : null;
  await client.open(definition, SWAGGER);
  await client.open(properties, PROPERTIES);
  await client.info(definition);
  return { definition, properties };
}
const at = (uri: string, found: string, index = 0) => {
  const text = client.text(uri);
  let offset = -1;
  for (let i = 0; i <= index; i++) offset = text.indexOf(found, offset + 1);
  return { textDocument: { uri }, position: new Lines(text).position(offset + 2) };
};
/** Locations as the text that they stand on. */
const shown = (locations: readonly Location[]): string[] =>
  locations
    .map(({ uri, range }) => {
      const lines = new Lines(client.text(uri));
      const [start, end] = [lines.offset(range.start), lines.offset(range.end)];
      return `${uri.endsWith("Properties.json") ? "properties" : "definition"} ${range.start.line}: ${client.text(uri).slice(start, end)}`;
    })
    .sort();
const request = <T>(method: string, params: object): Promise<T> =>
  client.connection.sendRequest(`textDocument/${method}`, params);
function applied(edit: WorkspaceEdit, uri: string): string {
  const text = client.text(uri);
  const lines = new Lines(text);
  return [...(edit.changes?.[uri] ?? [])]
    .sort((a, b) => lines.offset(b.range.start) - lines.offset(a.range.start))
    .reduce(
      (all, { range, newText }) =>
        all.slice(0, lines.offset(range.start)) + newText + all.slice(lines.offset(range.end)),
      text,
    );
}

describe("go to definition", () => {
  it.each([
    ["a reference", "#/definitions/Harbour", 0, "definition 25: Harbour"],
    ["a shared parameter", "#/parameters/Top", 0, "definition 26: Top"],
    ["an operation that a list is filled from", "ListHarbours", 1, "definition 6: ListHarbours"],
    ["a parameter in the path", "{harbour}", 0, "definition 17: harbour"],
  ])("from %s", async (_, found, index, expected) => {
    const { definition } = await open();
    expect(shown(await request("definition", at(definition, found, index)))).toEqual([expected]);
  });
  it("from the properties into the definition", async () => {
    const { properties } = await open();
    expect(shown(await request("definition", at(properties, "ListTides")))).toEqual(["definition 12: ListTides"]);
  });
});

describe("references", () => {
  it("stand in both files", async () => {
    const { definition } = await open();
    const found = await request<Location[]>("references", {
      ...at(definition, "ListHarbours"),
      context: { includeDeclaration: true },
    });
    expect(shown(found)).toEqual([
      "definition 18: ListHarbours",
      "definition 6: ListHarbours",
      "properties 3: ListHarbours",
      "properties 5: ListHarbours",
    ]);
  });
  it("of a definition, one of them in itself", async () => {
    const { definition } = await open();
    const found = await request<Location[]>("references", {
      ...at(definition, '"Harbour": {'),
      context: { includeDeclaration: false },
    });
    expect(shown(found)).toEqual(["definition 21: Harbour", "definition 25: Harbour", "definition 7: Harbour"]);
  });
});

describe("rename", () => {
  const rename = (uri: string, found: string, newName: string, index = 0): Promise<WorkspaceEdit | null> =>
    request("rename", { ...at(uri, found, index), newName });
  it("changes an operation in both files, and nothing else", async () => {
    const { definition, properties } = await open();
    const edit = (await rename(properties, "ListHarbours", "GetHarbours"))!;
    expect(applied(edit, definition)).toBe(SWAGGER.replaceAll("ListHarbours", "GetHarbours"));
    expect(applied(edit, properties)).toBe(PROPERTIES.replaceAll("ListHarbours", "GetHarbours"));
  });
  it("changes a definition and its references", async () => {
    const { definition } = await open();
    const edit = (await rename(definition, "#/definitions/Harbour", "Port"))!;
    expect(applied(edit, definition)).toBe(
      SWAGGER.replaceAll("#/definitions/Harbour", "#/definitions/Port").replace('"Harbour": {', '"Port": {'),
    );
  });
  it("changes a parameter where it is described and in the path", async () => {
    const { definition } = await open();
    const edit = (await rename(definition, '"harbour"', "port"))!;
    expect(applied(edit, definition)).toBe(
      SWAGGER.replace('"name": "harbour"', '"name": "port"').replace("{harbour}", "{port}"),
    );
  });
  it.each([
    ["a name that is taken", "ListHarbours", "ListTides", "There is an operation called ListTides already"],
    ["no name", "ListHarbours", "list harbours", "is no name"],
  ])("refuses %s, and says why", async (_, found, name, message) => {
    const { definition } = await open();
    await expect(rename(definition, found, name)).rejects.toThrow(message);
  });
  it("refuses what is published, before another name is typed", async () => {
    const { definition } = await open(SWAGGER.replace("ListTides", "ListAllTides"));
    await expect(request("prepareRename", at(definition, "ListHarbours"))).rejects.toThrow("is published");
    await expect(rename(definition, "ListHarbours", "GetHarbours")).rejects.toThrow("Add a new operation");
    expect(await request("prepareRename", at(definition, "ListTides"))).toMatchObject({ placeholder: "ListTides" });
  });
});

it("the brand colour is shown and written", async () => {
  const { properties } = await open();
  const [color] = await request<ColorInformation[]>("documentColor", { textDocument: { uri: properties } });
  expect(shown([{ uri: properties, range: color!.range }])).toEqual(['properties 2: "#0a7b83"']);
  expect(
    await request("colorPresentation", {
      textDocument: { uri: properties },
      color: { red: 1, green: 0.5, blue: 0, alpha: 1 },
      range: color!.range,
    }),
  ).toMatchObject([{ label: "#ff8000", textEdit: { newText: '"#ff8000"' } }]);
});

it("references are links", async () => {
  const { definition } = await open();
  const links = await request<DocumentLink[]>("documentLink", { textDocument: { uri: definition } });
  expect(links).toHaveLength(4);
  expect(links.map(({ target }) => target?.slice(target.indexOf("#"))).sort()).toEqual([
    "#L26",
    "#L26",
    "#L26",
    "#L27",
  ]);
});

it("lengths are shown where a limit is near", async () => {
  const { definition } = await open();
  const range = { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } };
  const hints = await request<InlayHint[]>("inlayHint", { textDocument: { uri: definition }, range });
  expect(hints.map(({ label, position }) => [label, position.line])).toEqual([
    ["31 of at most 30", 2],
    ["6 of at least 30", 2],
  ]);
});

describe("completion in calls that fill lists", () => {
  const BOUND = `{
  "swagger": "2.0",
  "paths": {
    "/harbours": {
      "get": {
        "operationId": "ListHarbours",
        "parameters": [{ "name": "country", "in": "query", "type": "string" }, { "name": "top", "in": "query", "type": "integer" }],
        "responses": { "200": { "description": "It.", "schema": { "$ref": "#/definitions/Page" } } }
      }
    },
    "/tides": {
      "get": {
        "operationId": "ListTides",
        "parameters": [
          { "name": "land", "in": "query", "type": "string" },
          { "name": "harbour", "in": "query", "type": "string", "x-ms-dynamic-values": {
            "operationId": "ListHarbours", "value-collection": "value", "value-path": "1", "value-title": "", "parameters": { "country": { "parameter": "2" }, "3": {} } } }
        ]
      }
    }
  },
  "definitions": {
    "Page": { "properties": { "value": { "type": "array", "items": { "$ref": "#/definitions/Harbour" } }, "next": { "type": "string" } } },
    "Harbour": { "allOf": [{ "properties": { "id": { "type": "string" } } }], "properties": { "name": { "type": "string" } } }
  }
}
`;
  it.each([
    ["fields of the listed items", '"1"', ["id", "name"]],
    ["lists of the response", '"value"', ["value"]],
    ["inputs of the caller", '"2"', ["land", "harbour"]],
    ["inputs of the operation that is called", '"3"', ["top"]],
  ])("offers %s", async (_, found, labels) => {
    const uri = `file:///names/custom/${++count}/apiDefinition.swagger.json`;
    client.baseline = null;
    await client.open(uri, BOUND);
    const offered = await client.completion(uri, BOUND.indexOf(found) + 1);
    const own = offered.map(({ label }) => label);
    expect(labels.filter((label) => !own.includes(label))).toEqual([]);
    expect(own).not.toContain("operationId");
  });
});
