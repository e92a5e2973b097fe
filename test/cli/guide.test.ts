import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { patchbay } from "../support/cli.ts";

const dir = mkdtempSync(path.join(os.tmpdir(), "patchbay-guide-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const swagger = (version: string, operations: Record<string, unknown>) =>
  JSON.stringify({
    swagger: "2.0",
    info: { title: "Parcels", version },
    host: "api.parcels.example",
    paths: Object.fromEntries(
      Object.entries(operations).map(([id, more]) => [`/${id}`, { get: { operationId: id, ...(more as object) } }]),
    ),
  });
const put = (name: string, text: string): string => {
  const file = path.join(dir, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};
const size = { name: "size", in: "query", type: "string" };
const old = put("old.swagger.json", swagger("1.4.0", { Find: { parameters: [size] }, Drop: {}, Ask: {} }));
const now = put(
  "new.swagger.json",
  swagger("1.4.0", { Find: { parameters: [{ ...size, required: true }] }, Ask: { summary: "Ask them" }, Tell: {} }),
);
const run = async (...args: string[]) =>
  (await patchbay(["diff", old, now, ...args], { env: { PATCHBAY_TEST_NOW: "2026-03-01" } })).stdout;

describe("diff for people", () => {
  it("--format markdown says by operation what changed, what breaks first", async () => {
    expect(await run("--format", "markdown")).toMatchInlineSnapshot(`
      "**Required bump: major**

      ## Drop

      - **major** Operation Drop was removed.

      ## Find

      - **major** Parameter size became required.

      ## Tell

      - **minor** Operation Tell was added.

      ## Ask

      - **patch** The display name changed.
      "
    `);
  });
  it("--release-notes drafts release notes", async () => {
    expect(await run("--release-notes")).toMatchInlineSnapshot(`
      "This version of Parcels breaks with the last one: it changes 2 operations. The migration guide says what to do.

      ## What breaks

      - **Drop**: Operation Drop was removed.
      - **Find**: Parameter size became required.

      ## What is new

      - **Tell**: Operation Tell was added.

      ## What is mended

      - **Ask**: The display name changed.
      "
    `);
  });
  it("--guide drafts a migration guide, with the number that the changes need", async () => {
    expect(await run("--guide")).toMatchInlineSnapshot(`
      "# Move Parcels from 1.4.0 to 2.0.0

      As of 2026-03-01.

      ## Who is affected

      Whoever calls Drop and Find.

      ## Drop

      \`GET /Drop\` → removed.

      1. **Replace what is gone.** Find what calls it, use another operation or leave the step out, and connect again what follows:
         - Operation \`Drop\` was removed.

      ## Find

      \`GET /Find\`.

      1. **Fill in what is required now.** Open each step that calls it, and give these a value:
         - Parameter \`size\` became required.

      ## Afterwards

      Run everything that you changed once, with data that may go wrong, before you rely on it.
      "
    `);
  });
  it("takes numbers as they are written where they differ, and does without", async () => {
    const raised = put("raised.swagger.json", swagger("3.0.0", { Find: {} }));
    const nameless = put("nameless.swagger.json", '{ "swagger": "2.0", "paths": {} }');
    const title = async (one: string, other: string) =>
      (await patchbay(["diff", one, other, "--guide"])).stdout.split("\n")[0];
    expect(await title(old, raised)).toBe("# Move Parcels from 1.4.0 to 3.0.0");
    expect(await title(nameless, nameless)).toMatch(/^# Move .+ from the old version to the new version$/);
  });
  it.each([
    ["--guide", "--release-notes"],
    ["--guide", "--format", "json"],
  ])("%s %s are too much", async (...args) => {
    const { code, stderr } = await patchbay(["diff", old, now, ...args]);
    expect(stderr).toMatch(/give one of them/);
    expect(code).toBe(2);
  });
});
