import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LspClient } from "../support/lsp.ts";

const definition = `format_version: 1
version: 1.0.0
overview:
  name: VIN Decoder
  slug: vin-decoder
  type: General
operations:
  decode_vin:
    method: GET
    path: /decode/{vin}
    parameters:
      vin: { in: path, type: string, required: true, description: VIN. }
`;

let client: LspClient;
beforeAll(async () => {
  client = await LspClient.start();
});
afterAll(() => client.stop());

let count = 0;
const fresh = (name = "a.connector.yaml"): string => `file:///a%20folder/${++count}/${name}`;
/** Takes the cursor mark out of a text. */
function cursor(text: string): [string, number] {
  const at = text.indexOf("|");
  return [text.slice(0, at) + text.slice(at + 1), at];
}

describe("diagnostics", () => {
  it("come with the document's version, and follow every edit", async () => {
    const uri = fresh();
    const first = await client.open(uri, definition);
    expect(first.map(({ code }) => code)).toContain("operation-response-schema");
    const at = definition.indexOf("    parameters:");
    const second = await client.edit(uri, at, at, "    response: { schema: { type: object } }\n");
    expect(second.map(({ code }) => code)).not.toContain("operation-response-schema");
  });
  it("survive half-typed text and report where it breaks", async () => {
    const uri = fresh("apiDefinition.swagger.json");
    const broken = await client.open(uri, '{ "swagger": "2.0", "paths": { "/a": { "get": { "operationId": } } } }');
    expect(broken.filter(({ code }) => code === "syntax").map(({ message }) => message)).toEqual([
      'The property "operationId" has no value.',
    ]);
  });
  it("cover the files beside the main one", async () => {
    const folder = fresh("");
    client.files.set(`${folder}apiProperties.json`, '{ "properties": { "a": 1, } }');
    await client.open(`${folder}apiDefinition.swagger.json`, '{ "swagger": "2.0" }');
    const uri = `${folder}apiProperties.json`;
    expect((await client.open(uri, client.files.get(uri)!)).map(({ message }) => message)).toContain(
      "A trailing comma is not allowed in JSON: remove it.",
    );
  });
});

describe("code actions", () => {
  it("offer the fix at the cursor, and its result silences the finding", async () => {
    const uri = fresh();
    await client.open(uri, definition);
    const action = (await client.actions(uri, definition.indexOf("decode_vin") + 2)).find(
      ({ title }) => title === "Add a response schema",
    )!;
    expect(action.isPreferred).toBe(true);
    const fixed = client.applied(uri, action);
    expect((await client.edit(uri, 0, definition.length, fixed)).map(({ code }) => code)).not.toContain(
      "operation-response-schema",
    );
  });
  it("fix all places of a rule in one go", async () => {
    const uri = fresh();
    const text = `${definition}  other:\n    method: GET\n    path: /other\n`;
    await client.open(uri, text);
    const action = (await client.actions(uri, text.indexOf("decode_vin") + 2)).find(({ title }) =>
      title.startsWith('Fix all 2 of "operation-response-schema"'),
    )!;
    expect(client.applied(uri, action).match(/schema:/g)).toHaveLength(2);
  });
});

describe("completion", () => {
  const labels = async (text: string, name?: string): Promise<string[]> => {
    const uri = fresh(name);
    const [plain, at] = cursor(text);
    await client.open(uri, plain);
    return (await client.completion(uri, at)).map(({ label }) => label);
  };
  it.each([
    ["keys at the top", "format_version: 1\nres|", ["resilience"]],
    ["keys of a section, without those given", "format_version: 1\noverview:\n  name: A\n  s|\n", ["slug"]],
    ["values of an enumeration", "format_version: 1\noverview:\n  type: D|\n", ["DMS", "CRM"]],
    ["operations by name", `${definition}auth:\n  type: none\n  ping: |\n`, ["decode_vin"]],
    ["domains of the data model", "format_version: 1\nfield_mappings:\n  car:\n    domain: V|\n", ["Vehicle"]],
    [
      "fields of a domain",
      "format_version: 1\nfield_mappings:\n  car:\n    domain: Vehicle\n    fields:\n      v|\n",
      ["vin"],
    ],
    [
      "shared schemas",
      "format_version: 1\nschemas:\n  car: { type: object }\noperations:\n  a:\n    response:\n      schema:\n        $ref: |\n",
      ["#/schemas/car"],
    ],
  ])("%s", async (_name, text, expected) => {
    expect(await labels(text)).toEqual(expect.arrayContaining(expected));
  });
  it("does not offer what is there already", async () => {
    expect(await labels("format_version: 1\noverview:\n  name: A\n  s|\n")).not.toContain("name");
  });
  it.each([
    [
      "keys of an operation",
      '{ "swagger": "2.0", "paths": { "/a": { "get": { "x-ms-|" } } } }',
      ["x-ms-visibility", "x-ms-trigger"],
    ],
    [
      "values of an extension",
      '{ "swagger": "2.0", "paths": { "/a": { "get": { "x-ms-visibility": "|" } } } }',
      ["internal"],
    ],
    [
      "shared schemas",
      '{ "swagger": "2.0", "definitions": { "Item": {} }, "paths": { "/a": { "get": { "responses": { "200": { "schema": { "$ref": "|" } } } } } } }',
      ["#/definitions/Item"],
    ],
  ])("in JSON: %s", async (_name, text, expected) => {
    expect(await labels(text, "apiDefinition.swagger.json")).toEqual(expect.arrayContaining(expected));
  });
});

describe("hover", () => {
  it("says what a key means, and what a finding asks for", async () => {
    const uri = fresh();
    await client.open(uri, definition);
    expect(JSON.stringify(await client.hover(uri, definition.indexOf("slug:") + 1))).toContain("cannot change once");
    expect(JSON.stringify(await client.hover(uri, definition.indexOf("decode_vin") + 2))).toContain(
      "Every operation has a response schema.",
    );
  });
});

it("symbols follow the model", async () => {
  const uri = fresh();
  await client.open(uri, definition);
  expect((await client.symbols(uri)).map(({ name, children }) => [name, children?.map((child) => child.name)])).toEqual(
    [["decode_vin", ["vin"]]],
  );
});

describe("versions", () => {
  it("are compared with the baseline that the client gives, live", async () => {
    const uri = fresh();
    client.baseline = {
      connector: "local/vin-decoder",
      version: "1.0.0",
      versions: ["1.0.0"],
      state: "published",
      published_at: "2026-01-01T00:00:00Z",
      enterprises: 14,
      files: [{ path: "a.connector.yaml", text: definition }],
    };
    await client.open(uri, definition);
    await expect
      .poll(async () => (await client.lenses(uri))[0]?.command.title)
      .toBe("1.0.0 published · 14 enterprises · no change");
    const at = definition.indexOf("decode_vin");
    await client.edit(uri, at, at + "decode_vin".length, "decode");
    expect((await client.lenses(uri))[0]?.command.title).toBe(
      "1.0.0 published · 14 enterprises · this change needs: major (1 reason)",
    );
    const info = await client.info(uri);
    expect(info?.verdict).toMatchObject({ baseline: "1.0.0", bump: "major", next: "2.0.0" });
    expect((await client.diagnostics(uri)).map(({ code }) => code)).toContain("version-not-bumped");
    const settled = info?.findings.filter((finding) => finding.settled).map(({ rule }) => rule);
    expect(settled, "publishing raises the number").toEqual(["operation-id-changed", "version-not-bumped"]);
    client.baseline = null;
  });
  it("are asked for where somebody looks, and not for every connector of a workspace", async () => {
    const uri = fresh("unseen.connector.yaml");
    client.files.set(uri, definition);
    client.baselineQuestions.length = 0;
    const listed = await client.connection.sendRequest<{ uri: string }[]>("patchbay/connectors");
    expect(listed.map((each) => each.uri)).toContain(uri);
    expect(client.baselineQuestions).not.toContain(uri);
    await client.info(uri);
    expect(client.baselineQuestions).toContain(uri);
  });
  it("are not guessed where nothing is published", async () => {
    const uri = fresh();
    await client.open(uri, definition);
    expect((await client.info(uri))?.verdict).toBeUndefined();
    expect((await client.lenses(uri))[0]?.command.title).toMatch(/^Not published yet/);
  });
});
