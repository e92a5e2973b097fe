import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import type { BaselineResult } from "../../core/api/language.ts";
import { LspClient } from "../support/lsp.ts";

const dir = mkdtempSync(path.join(tmpdir(), "patchbay-baselines-"));
const clients: LspClient[] = [];
afterAll(async () => {
  await Promise.all(clients.map((client) => client.stop()));
  rmSync(dir, { recursive: true, force: true });
});
async function start(options: object): Promise<LspClient> {
  const client = await LspClient.start(options as never);
  clients.push(client);
  return client;
}

const swagger = (...ids: string[]): string =>
  `${JSON.stringify(
    {
      swagger: "2.0",
      info: { title: "Tides", version: "1.0.0" },
      paths: Object.fromEntries(
        ids.map((id) => [
          `/${id.toLowerCase()}`,
          { get: { operationId: id, responses: { 200: { description: "It." } } } },
        ]),
      ),
    },
    null,
    2,
  )}\n`;
const baseline = (version: string, text: string, over: Partial<BaselineResult> = {}): BaselineResult => ({
  connector: "harbour/tides",
  version,
  versions: [version],
  state: "published",
  published_at: "2026-01-01T00:00:00Z",
  enterprises: 3,
  files: [{ path: "apiDefinition.swagger.json", text }],
  ...over,
});
let count = 0;
const fresh = (): string => `file:///baselines/${++count}/tides/apiDefinition.swagger.json`;
/** What breaks, as soon as the baseline is known. */
const breaking = (client: LspClient, uri: string) =>
  expect.poll(async () =>
    (await client.diagnostics(uri))
      .filter(({ message }) => `${message}`.includes("that breaks"))
      .map(({ code }) => code),
  );

it("what breaks is a finding with its old place, an explanation and ways out", async () => {
  const client = await start({ files: true, baseline: true });
  const uri = fresh();
  client.baseline = baseline("1.4.0", swagger("GetTide", "ListTides"));
  await client.open(uri, swagger("GetTide"));
  await breaking(client, uri).toEqual(["operation-removed"]);
  const finding = (await client.diagnostics(uri)).find(({ code }) => code === "operation-removed")!;
  expect(finding.relatedInformation).toMatchObject([
    { message: "In 1.4.0", location: { uri: "patchbay:/harbour/tides@1.4.0/apiDefinition.swagger.json" } },
  ]);
  const at = client.text(uri).indexOf('"paths"') + 2;
  const hover = JSON.stringify(await client.hover(uri, at));
  expect(hover).toContain("3 enterprises use 1.4.0.");
  expect(hover).toContain("operation-removed");
  const restore = (await client.actions(uri, at)).find(({ title }) => title === "Restore operation ListTides")!;
  expect(JSON.parse(client.applied(uri, restore))).toEqual(JSON.parse(swagger("GetTide", "ListTides")));
});

it("versions in use count besides the last one", async () => {
  const client = await start({ files: true, baseline: true });
  const uri = fresh();
  client.baseline = baseline("1.5.0", swagger("GetTide"), {
    others: [
      { version: "1.4.0", files: [{ path: "apiDefinition.swagger.json", text: swagger("GetTide", "ListTides") }] },
    ],
  });
  await client.open(uri, swagger("GetTide"));
  await breaking(client, uri).toEqual(["operation-removed"]);
  expect((await client.info(uri))?.verdict).toMatchObject({ baseline: "1.5.0", others: 1, bump: "major" });
});

it("a breaking change can be waived, and needs the same number as before", async () => {
  const client = await start({ files: true, baseline: true, waives: true });
  const uri = fresh();
  client.baseline = baseline("1.4.0", swagger("GetTide", "ListTides"));
  await client.open(uri, swagger("GetTide"));
  await breaking(client, uri).toEqual(["operation-removed"]);
  const { range } = (await client.diagnostics(uri)).find(({ code }) => code === "operation-removed")!;
  const params = { uri, rule: "operation-removed", range, reason: "Nobody calls it.", author: "dana" };
  const waived = await client.connection.sendRequest<{ uri: string; text: string }>("patchbay/waive", params);
  client.files.set(waived.uri, waived.text);
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: waived.uri, type: 1 }],
  });
  await breaking(client, uri).toEqual([]);
  expect((await client.diagnostics(uri)).map(({ code }) => code)).not.toContain("waiver-counts");
  expect((await client.info(uri))?.verdict?.bump).toBe("major");
});

it("a revision or a file of the workspace can be the baseline, also for a client without a registry", async () => {
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", dir, "-c", "user.name=T", "-c", "user.email=t@example.com", ...args]);
  const folder = path.join(dir, "tides");
  mkdirSync(path.join(dir, "before"), { recursive: true });
  mkdirSync(folder);
  const file = path.join(folder, "apiDefinition.swagger.json");
  writeFileSync(file, swagger("GetTide", "ListTides"));
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-q", "-m", "First");
  writeFileSync(path.join(dir, "before/apiDefinition.swagger.json"), swagger("GetTide", "GetPort"));
  writeFileSync(file, swagger("GetTide"));
  writeFileSync(path.join(folder, ".patchbay.yaml"), "baseline: git:main\n");
  const uri = pathToFileURL(file).href;
  const client = await start({ root: pathToFileURL(dir).href });
  await client.open(uri, swagger("GetTide"));
  await breaking(client, uri).toEqual(["operation-removed"]);
  expect((await client.info(uri))?.verdict).toMatchObject({ baseline: "git:main", bump: "major" });

  // Settings that are typed count at once.
  const settings = pathToFileURL(path.join(folder, ".patchbay.yaml")).href;
  await client.open(settings, "baseline: ../before\n");
  await expect.poll(async () => (await client.info(uri))?.verdict?.baseline).toBe("before");
  expect((await client.info(uri))?.verdict?.changes.map(({ entity }) => entity)).toEqual(["operation GetPort"]);

  // What is not trusted runs no git.
  const careful = await start({ root: pathToFileURL(dir).href, trusted: false });
  await careful.open(uri, swagger("GetTide"));
  expect((await careful.info(uri))?.verdict).toBeUndefined();
  await careful.connection.sendNotification("patchbay/trusted");
  await expect.poll(async () => (await careful.info(uri))?.verdict?.baseline).toBe("git:main");
});
