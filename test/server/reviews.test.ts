import { afterAll, beforeAll, expect, it } from "vitest";
import type { PackageResult, WaiveResult, WireExplained } from "../../core/api/language.ts";
import { LspClient } from "../support/lsp.ts";

let client: LspClient;
beforeAll(async () => {
  client = await LspClient.start({ files: true, baseline: true, waives: true } as never);
});
afterAll(() => client.stop());

const SWAGGER = `{
  "swagger": "2.0",
  "info": { "title": "Tides", "version": "1.0" },
  "paths": { "/tides": { "get": { "summary": "List tides", "responses": { "200": { "description": "It." } } } } }
}
`;
let count = 0;
const folder = (): string => `file:///reviews/${++count}`;

it("a finding is waived by a change of the settings, which are made where there are none", async () => {
  const place = folder();
  const uri = `${place}/apiDefinition.swagger.json`;
  const before = await client.open(uri, SWAGGER);
  const missing = before.find(({ code }) => code === "opid-required")!;
  const actions = await client.actions(uri, SWAGGER.indexOf('"get"') + 2);
  expect(actions.find(({ title }) => title === 'Waive "opid-required" here…')?.command).toMatchObject({
    command: "patchbay.waive",
    arguments: [{ uri, rule: "opid-required" }],
  });
  const waive = (rule: string): Promise<WaiveResult | null> =>
    client.connection.sendRequest("patchbay/waive", {
      uri,
      rule,
      range: missing.range,
      reason: "Asked for.",
      author: "dana",
    });
  expect(await waive("op-desc-required-not")).toBeNull();
  const result = (await waive("opid-required"))!;
  expect(result).toMatchObject({ uri: `${place}/.patchbay.yaml`, creates: true });
  client.files.set(result.uri, result.text);
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: result.uri, type: 1 }],
  });
  const after = await client.edit(uri, SWAGGER.length, SWAGGER.length, "\n");
  expect(after.map(({ code }) => code)).not.toContain("opid-required");

  // While they are open, settings count as they are typed, and say themselves what is wrong with them.
  const own = await client.open(result.uri, result.text.replace("Asked for.", ""));
  expect(own.map(({ code }) => code)).toContain("waiver-counts");
});

it("settings above a connector count for all below, once they are saved", async () => {
  const place = folder();
  const uri = `${place}/tides/apiDefinition.swagger.json`;
  const rooted = await LspClient.start({ files: true, root: place });
  try {
    rooted.files.set(`${place}/.patchbay.yaml`, "rules:\n  opid-required: hint\n");
    const found = await rooted.open(uri, SWAGGER);
    expect(found.find(({ code }) => code === "opid-required")?.severity).toBe(4);
    rooted.files.set(`${place}/.patchbay.yaml`, "rules:\n  opid-required: off\n");
    await rooted.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: `${place}/.patchbay.yaml`, type: 2 }],
    });
    const after = await rooted.edit(uri, SWAGGER.length, SWAGGER.length, "\n");
    expect(after.map(({ code }) => code)).not.toContain("opid-required");
  } finally {
    await rooted.stop();
  }
});

it("a pasted log is found in the files as they are", async () => {
  const uri = `${folder()}/apiDefinition.swagger.json`;
  await client.open(uri, SWAGGER);
  const entries = await client.connection.sendRequest<WireExplained[]>("patchbay/explainLog", {
    uri,
    text: "##[error]The 'description' property is required. ValuePath: /paths/~1tides/get\nHello\n",
  });
  expect(entries).toMatchObject([{ severity: "error", rule: "op-desc-required", uri, range: { start: { line: 3 } } }]);
});

it("a file with a wrong name gets a fix that renames it, and what does not belong into the folder is said", async () => {
  const place = folder();
  const uri = `${place}/apidefinition.swagger.json`;
  client.files.set(`${place}/notes%20of%20Robin.txt`, "Ask.");
  client.files.set(`${place}/apiProperties.json`, '{ "properties": { "iconBrandColor": "#da3b01" } }');
  const found = await client.open(uri, SWAGGER);
  expect(found.map(({ code }) => code)).toContain("package-file-names");
  const fix = (await client.actions(uri, 0)).find(({ title }) => title === "Rename it to apiDefinition.swagger.json");
  expect(fix?.edit).toEqual({
    documentChanges: [{ kind: "rename", oldUri: uri, newUri: `${place}/apiDefinition.swagger.json` }],
  });
  const info = await client.info(uri);
  expect(info?.findings.find(({ rule }) => rule === "package-folder-files")).toMatchObject({
    uri: `${place}/notes%20of%20Robin.txt`,
    message: "notes of Robin.txt is no file of a connector.",
  });
  // It is known by its name only, and so cannot be part of what is published.
  const { files } = await client.connection.sendRequest<PackageResult>("patchbay/package", { uri });
  expect(files.map(({ path }) => path)).toEqual(["apidefinition.swagger.json", "apiProperties.json"]);
});
