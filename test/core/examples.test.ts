import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { checkConnector } from "../../core/checklist/check.ts";
import { groupFolder, readConnector } from "../../core/model/read.ts";
import { compareConnectors } from "../../core/versioning/compare.ts";
import { filesBelow, root } from "../support/paths.ts";

const folder = path.join(root, "examples");
const byFolder = new Map<string, string[]>();
for (const file of filesBelow(folder))
  byFolder.set(path.dirname(file), [...(byFolder.get(path.dirname(file)) ?? []), file]);
const connectors = [...byFolder.values()]
  .flatMap((files) => groupFolder(files))
  .map(({ main, companions }) => ({
    name: path.relative(folder, main),
    connector: readConnector(
      [main, ...companions].map((file) => ({ path: file, text: readFileSync(file, "utf8") })),
      { folder: companions.length > 0 },
    ),
  }));

it.each(connectors.filter(({ name }) => !name.includes("draft")))(
  "$name has nothing to complain about, as a certified one too",
  ({ connector }) => {
    for (const profile of ["auto", "certified"] as const)
      expect(
        checkConnector(connector, { today: "2026-01-15", profile })
          .filter(({ severity }) => severity === "error" || severity === "warning")
          .map(({ rule, message }) => `${rule}: ${message}`),
      ).toEqual([]);
  },
);

it("the draft to practise on has findings in most sections", () => {
  const draft = connectors.find(({ name }) => name.startsWith("weather-draft"))!.connector;
  const sections = new Set(checkConnector(draft, { today: "2026-01-15" }).map(({ section }) => section));
  expect([...sections].sort()).toEqual([
    "auth",
    "mappings",
    "operations",
    "overview",
    "publication",
    "resilience",
    "tests",
  ]);
});

it("every published example version follows the one before it by the bump that its number says", () => {
  for (const slug of ["plate-lookup", "garden-crm", "harbour-tides"]) {
    const version = (number: string) =>
      connectors.find(({ name }) => name.startsWith(`history/${slug}/${number}/`))!.connector;
    expect(compareConnectors(version("1.0.0"), version("1.1.0")).bump).toBe("minor");
  }
});
