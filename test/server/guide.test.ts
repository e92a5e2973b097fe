import { afterAll, beforeAll, expect, it } from "vitest";
import type { GuideUsage } from "../../core/api/language.ts";
import { LspClient } from "../support/lsp.ts";

let client: LspClient;
beforeAll(async () => {
  client = await LspClient.start();
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
});

const definition = (operations: string, more = "") => `format_version: 1
version: 1.4.0
overview:
  name: Tide Tables
  slug: tide-tables
operations:
${operations}${more}`;
const list = "  list_tides: { method: GET, path: /tides }\n";
const get = "  get_tide: { method: GET, path: /tides/now }\n";

/** Opens what is compared with a published 1.4.0 that had both operations. */
async function open(name: string, text: string, published: string | null = definition(list + get)): Promise<string> {
  const uri = `file:///guides/${name}/tides.connector.yaml`;
  client.baseline = published
    ? {
        connector: "harbour/tide-tables",
        version: "1.4.0",
        versions: ["1.4.0"],
        state: "published",
        published_at: "2026-01-01T00:00:00Z",
        enterprises: 3,
        files: [{ path: "tides.connector.yaml", text: published }],
      }
    : null;
  await client.open(uri, text);
  await expect.poll(async () => Boolean((await client.info(uri))?.verdict)).toBe(published !== null);
  return uri;
}
const guide = (uri: string, version: string, usage?: GuideUsage) =>
  client.connection.sendRequest<string>("patchbay/migrationGuide", { uri, version, usage });

it("drafts a migration guide from what breaks, with the numbers that the client knows", async () => {
  const uri = await open("draft", definition(list));
  const text = await guide(uri, "2.0.0", {
    enterprises: 1,
    active_connections: 2,
    orchestrations: 3,
    by_operation: [{ operation: "get_tide", orchestrations: 1 }],
    example_data: true,
  });
  expect(text).toMatch(/^# Move Tide Tables from 1\.4\.0 to 2\.0\.0\n\nAs of \d{4}-\d\d-\d\d\.\n/);
  expect(text).toContain("2 active connections of 1 enterprise, and 3 orchestrations use it (partly example data).");
  expect(text).toContain("## get_tide\n\n`GET /tides/now` → removed. 1 orchestration calls it at present.");
  expect(await client.connection.sendRequest("patchbay/releaseNotes", { uri })).toContain(
    "## What breaks\n\n- **get_tide**: Operation get_tide was removed.",
  );
});

it("proposes what the definition has for the version", async () => {
  const releases =
    'publication:\n  releases:\n    2.0.0: { notes: Less., migration_guide: "Ask ada about get_tide." }\n';
  const uri = await open("written", definition(list, releases));
  expect(await guide(uri, "2.0.0")).toBe("Ask ada about get_tide.");
  expect(await guide(uri, "3.0.0")).toContain("## get_tide");
});

it("has nothing to say of a first version, and of what is no connector", async () => {
  const uri = await open("first", definition(list), null);
  expect(await guide(uri, "1.0.0")).toBe("");
  expect(await guide("file:///guides/none.txt", "1.0.0")).toBe("");
});
