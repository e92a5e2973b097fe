import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { patchbay } from "../support/cli.ts";
import { corpus, filesBelow, hasCorpus, noCorpus } from "../support/paths.ts";

if (!hasCorpus) process.stderr.write(`Skipped: ${noCorpus}.\n`);

describe.skipIf(!hasCorpus)(`real connectors (skipped when ${noCorpus})`, () => {
  let report: {
    connectors: { path: string; profile: string; findings: { rule: string; severity: string; file: string }[] }[];
  };
  beforeAll(async () => {
    const { code, stdout } = await patchbay(["check", path.join(corpus, "dev"), "--format", "json"]);
    expect(code).toBe(1);
    report = JSON.parse(stdout);
  }, 120_000);

  it("are all checked in one process, and no rule fails", () => {
    expect(report.connectors.length).toBeGreaterThan(600);
    expect(report.connectors.flatMap(({ findings }) => findings).filter(({ rule }) => rule === "internal")).toEqual([]);
  });
  it.each([
    ["certified", 0.74],
    ["independent", 0.88],
  ])("%s ones are mostly without errors, as certification let them pass", (profile, share) => {
    const own = report.connectors.filter((connector) => connector.profile === profile);
    const clean = own.filter(({ findings }) => !findings.some(({ severity }) => severity === "error"));
    process.stdout.write(`${profile}: ${clean.length} of ${own.length} without errors\n`);
    expect(clean.length / own.length).toBeGreaterThanOrEqual(share);
  });
  it("half-typed files give located syntax findings exactly where they are no JSON", async () => {
    const files = filesBelow(path.join(corpus, "dev-broken")).filter((file) => file.endsWith(".json"));
    const { stdout } = await patchbay(["check", ...files, "--format", "json"]);
    const checked = (JSON.parse(stdout) as typeof report).connectors;
    expect(checked.length).toBe(files.length);
    for (const { path: file, findings } of checked) {
      let valid = true;
      try {
        JSON.parse(readFileSync(file, "utf8").replace(/^\ufeff/, ""));
      } catch {
        valid = false;
      }
      expect([file, findings.some(({ rule, severity }) => rule === "syntax" && severity === "error")]).toEqual([
        file,
        !valid,
      ]);
    }
  }, 120_000);
  it("pairs of versions are all compared, and a version with itself gives nothing", async () => {
    const folders = [
      ...new Set(
        filesBelow(path.join(corpus, "dev-pairs"))
          .filter((file) => file.endsWith("old.swagger.json"))
          .map((file) => path.dirname(file)),
      ),
    ];
    const ask = (id: string, old: string, now: string): string =>
      JSON.stringify({ id, old: path.join(id, old), new: path.join(id, now) });
    const pairs = folders.flatMap((folder) => [
      ask(folder, "old.swagger.json", "new.swagger.json"),
      ask(folder, "new.swagger.json", "new.swagger.json"),
    ]);
    const { code, stdout } = await patchbay(["diff", "--batch", "-"], { input: `${pairs.join("\n")}\n` });
    expect(code).toBe(0);
    const answers = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { bump: string; changes: unknown[] });
    expect(answers.length).toBe(pairs.length);
    answers.forEach((answer, index) => {
      if (index % 2) expect([answer.bump, answer.changes.length]).toEqual(["none", 0]);
    });
  }, 180_000);
});
