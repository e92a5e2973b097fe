import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { generate, SIZES } from "../../bench/inputs/generate.ts";
import { Keys, KINDS } from "../../bench/lsp/edits.ts";
import { countsCpu } from "../../bench/processes.ts";
import { checkConnector, compareConnectors, readConnector } from "../../core/engine.ts";
import { root } from "../support/paths.ts";

const names = { json: "apiDefinition.swagger.json", yaml: "town-records.connector.yaml" };

describe.each(["json", "yaml"] as const)("the documents that the bench makes, %s", (language) => {
  it.each(SIZES)("$name has its size and its operations, and is the same every time", (size) => {
    const { text, older } = generate(language, size);
    expect(generate(language, size)).toEqual({ text, older });
    expect(Math.abs(text.length / size.characters - 1)).toBeLessThan(0.02);
    const read = (content: string) => readConnector([{ path: names[language], text: content }], { folder: false });
    const connector = read(text);
    expect(connector.operations.length).toBe(size.operations);
    const findings = checkConnector(connector, { today: "2026-01-15" });
    expect(findings.filter(({ rule }) => rule === "syntax")).toEqual([]);
    expect(findings.length, "a bad document would measure the printing of findings").toBeLessThan(5);
    expect(compareConnectors(read(older), connector)).toMatchObject({ bump: expect.stringMatching(/minor|major/) });
  });
  it("is read alike by everybody", () => {
    const [size] = SIZES;
    const { text } = generate(language, size!);
    const data = (language === "json" ? JSON.parse(text) : parse(text)) as Record<string, object>;
    expect(Object.keys(data)).toContain(language === "json" ? "definitions" : "schemas");
  });
  it("takes every key back", () => {
    const { text } = generate(language, SIZES[0]!);
    const keys = new Keys(text, language);
    const offset = (lines: string[], { line, character }: { line: number; character: number }): number =>
      lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
    for (const kind of KINDS) {
      let typed = text;
      for (let index = 0; index < 8; index++) {
        const { range, text: inserted } = keys.edit(kind, index);
        const lines = typed.split("\n");
        const [from, to] = [offset(lines, range.start), offset(lines, range.end)];
        typed = typed.slice(0, from) + inserted + typed.slice(to);
        expect(typed === text, `${kind} ${index}`).toBe(index % 2 === 1);
      }
    }
  });
});

describe("npm run bench", () => {
  const bench = (...args: string[]) =>
    spawnSync(process.execPath, [path.join(root, "scripts/run.cjs"), "bench", ...args], {
      cwd: root,
      encoding: "utf8",
    });

  it.skipIf(!countsCpu)("gives figures as data, and nothing else, on standard output", () => {
    const { status, stdout, stderr } = bench("--quick", "--no-peers", "--only", "start", "--json");
    expect(status, stderr).toBe(0);
    const { sections } = JSON.parse(stdout) as {
      sections: { name: string; data: { server: string; cpu: { p50: number } }[] }[];
    };
    expect(sections.map(({ name }) => name)).toEqual(["start"]);
    expect(sections[0]?.data.map(({ server }) => server)).toEqual(["ours", "null server"]);
    for (const { cpu } of sections[0]?.data ?? []) expect(cpu.p50).toBeGreaterThan(1);
    expect(stderr).toContain("start: measured in");
  });
  it("refuses what it does not know, with what it does", () => {
    expect(bench("--only", "nothing")).toMatchObject({ status: 2, stderr: expect.stringContaining("keys, burst") });
    expect(bench("--fast")).toMatchObject({ status: 2, stderr: expect.stringContaining("--quick") });
  });
});
