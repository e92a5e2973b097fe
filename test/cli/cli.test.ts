import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { patchbay } from "../support/cli.ts";
import { LspClient } from "../support/lsp.ts";

const dir = mkdtempSync(path.join(tmpdir(), "patchbay-cli-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
function put(name: string, content: string | Buffer): string {
  const file = path.join(dir, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}
const definition = "format_version: 1\noverview:\n  name: A\n";
const swagger = (operation: string): string =>
  JSON.stringify({ swagger: "2.0", paths: { "/a": { get: { operationId: operation } } } });

describe("check", () => {
  it("answers in the documented shape", async () => {
    put("one/a.connector.yaml", definition);
    const { code, stdout, stderr } = await patchbay(["check", "one", "--format", "json"], { cwd: dir });
    expect([code, stderr]).toEqual([1, ""]);
    const report = JSON.parse(stdout) as {
      connectors: { path: string; family: string; profile: string; findings: Record<string, unknown>[] }[];
      summary: Record<string, number>;
    };
    expect(report.connectors.map(({ path: at, family, profile }) => [at, family, profile])).toEqual([
      ["one/a.connector.yaml", "definition", "custom"],
    ]);
    expect(report.connectors[0]!.findings.find(({ rule }) => rule === "connector-type-valid")).toMatchObject({
      severity: "error",
      message: "The overview has no type.",
      file: "one/a.connector.yaml",
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 8 } },
      pointer: "/overview",
      codes: [],
    });
    expect(Object.keys(report.summary)).toEqual(["error", "warning", "info", "hint", "waived"]);
    expect(report.summary.error).toBe(
      report.connectors[0]!.findings.filter(({ severity }) => severity === "error").length,
    );
  });
  it("sorts connectors by path, and takes a swagger's companions along", async () => {
    put("many/z/apiDefinition.swagger.json", swagger("Z"));
    put("many/z/apiProperties.json", '{ "properties": { "x": 1, } }');
    put("many/b.connector.yaml", definition);
    const { stdout } = await patchbay(["check", "many", "--format", "json"], { cwd: dir });
    const report = JSON.parse(stdout) as { connectors: { path: string; findings: { rule: string; file: string }[] }[] };
    expect(report.connectors.map(({ path: at }) => at)).toEqual(["many/b.connector.yaml", "many/z"]);
    expect(report.connectors[1]!.findings.filter(({ rule }) => rule === "syntax").map(({ file }) => file)).toEqual([
      "many/z/apiProperties.json",
    ]);
  });
  it("names what cannot be read, and checks the rest", async () => {
    put("part/a.connector.yaml", definition);
    put("part/latin.connector.yaml", Buffer.from([0x6e, 0xe9, 0x0a]));
    const { code, stdout, stderr } = await patchbay(["check", "./part", "--format", "json"], { cwd: dir });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^\.\/part\/latin\.connector\.yaml is not UTF-8 text/);
    expect(JSON.parse(stdout).connectors.map((connector: { path: string }) => connector.path)).toEqual([
      "./part/a.connector.yaml",
    ]);
  });
  it("takes a syntax error for a finding and not for a failure", async () => {
    const { code, stdout } = await patchbay([
      "check",
      put("broken.swagger.json", '{ "swagger": "2.0", }'),
      "--format",
      "json",
    ]);
    expect(code).toBe(1);
    expect(
      JSON.parse(stdout).connectors[0].findings.filter((f: { rule: string }) => f.rule === "syntax"),
    ).toMatchObject([{ severity: "error", range: { start: { line: 0, character: 18 } } }]);
  });
  it.each(["sarif", "junit", "github", "text"])("writes %s", async (format) => {
    const { code, stdout } = await patchbay(["check", put("f/a.connector.yaml", definition), "--format", format]);
    expect(code).toBe(1);
    if (format === "sarif") expect(JSON.parse(stdout).runs[0].results.length).toBeGreaterThan(5);
    if (format === "junit") expect(stdout).toMatch(/^<\?xml[\s\S]*<failure type="error"[\s\S]*<\/testsuites>\n$/);
    if (format === "github") expect(stdout).toMatch(/^::error file=.*a\.connector\.yaml,line=\d+,col=\d+.*::The /m);
    if (format === "text") expect(stdout).toMatch(/1 connector: \d+ errors/);
  });
  it.each([
    ["nothing to check", () => [], /Name a file or a folder/],
    ["a path that is not there", () => ["no/such"], /no\/such could not be read: there is no such file or folder/],
    ["a folder without a connector", () => [path.dirname(put("empty/x.txt", ""))], /There is no connector in .*empty/],
    [
      "a file that is no UTF-8",
      () => [put("latin.connector.yaml", Buffer.from([0x6e, 0xe9, 0x0a]))],
      /latin\.connector\.yaml is not UTF-8 text/,
    ],
    ["an unknown option", () => [dir, "--fromat", "json"], /There is no option --fromat/],
    ["an unknown format", () => [dir, "--format", "xml"], /--format is one of text, json/],
    ["an option without its value", () => [dir, "--format"], /--format needs a value/],
  ])("answers %s with a sentence and exit code 2", async (_name, args, message) => {
    const { code, stdout, stderr } = await patchbay(["check", ...args()]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe("diff", () => {
  it("answers in the documented shape, with the nearest surviving parent of what was removed", async () => {
    const old = put("d/old.swagger.json", swagger("A"));
    const now = put("d/new.swagger.json", '{\n "swagger": "2.0",\n "paths": {}\n}');
    const { code, stdout } = await patchbay(["diff", old, now, "--format", "json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      bump: "major",
      changes: [
        {
          id: "operation-removed",
          bump: "major",
          severity: "error",
          entity: "operation A",
          old: { pointer: "/paths/~1a/get/operationId" },
          new: { pointer: "/paths", range: { start: { line: 2, character: 1 } } },
          codes: [{ valuePath: "operation/A" }],
        },
      ],
    });
  });
  it("takes the properties beside a swagger file", async () => {
    for (const [side, key] of [
      ["old", "a"],
      ["new", "b"],
    ] as const) {
      put(`p/${side}.swagger.json`, swagger("A"));
      put(
        `p/${side}.apiProperties.json`,
        JSON.stringify({ properties: { connectionParameters: { [key]: { type: "string" } } } }),
      );
    }
    const { stdout } = await patchbay([
      "diff",
      path.join(dir, "p/old.swagger.json"),
      path.join(dir, "p/new.swagger.json"),
      "--format",
      "json",
    ]);
    expect(JSON.parse(stdout).changes.map((change: { id: string }) => change.id)).toEqual([
      "connection-parameter-removed",
      "connection-parameter-added-optional",
    ]);
  });
  it.each([
    ["major", 0],
    ["minor", 1],
    ["patch", 1],
  ])("--fail-on %s", async (limit, expected) => {
    const old = put("f/old.swagger.json", '{ "swagger": "2.0", "paths": {} }');
    const { code } = await patchbay(["diff", old, put("f/new.swagger.json", swagger("A")), "--fail-on", limit]);
    expect(code).toBe(expected);
  });
  it("writes text and markdown for people", async () => {
    const old = put("t/old.swagger.json", swagger("A"));
    const now = put("t/new.swagger.json", swagger("B"));
    expect((await patchbay(["diff", old, now])).stdout).toMatch(/Required bump: major, 1 change\./);
    expect((await patchbay(["diff", old, now, "--format", "markdown"])).stdout).toMatch(
      /\*\*Required bump: major\*\*\n\n## B\n\n- \*\*major\*\* A is called B now\./,
    );
    expect((await patchbay(["diff", old, old])).stdout).toMatch(/No difference/);
  });
  it("answers a batch line by line, in order", async () => {
    const lines = [
      { id: 1, old: JSON.parse(swagger("A")), new: JSON.parse(swagger("A")) },
      { id: "two", old: swagger("A"), new: swagger("B") },
      { id: 3, old: definition, new: `${definition}  type: CRM\n` },
      { id: 4, old: { properties: { iconBrandColor: "#111111" } }, new: { properties: { iconBrandColor: "#222222" } } },
      { id: 5, old: "no/such/file.json", new: "no/such/file.json" },
    ];
    const { code, stdout } = await patchbay(["diff", "--batch", "-"], {
      input: `${lines.map((line) => JSON.stringify(line)).join("\n")}\nnot json\n`,
    });
    const answers = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: unknown; bump?: string; error?: string });
    expect(answers.map(({ id, bump }) => [id, bump])).toEqual([
      [1, "none"],
      ["two", "major"],
      [3, "major"],
      [4, "patch"],
      [5, undefined],
      [null, undefined],
    ]);
    expect(answers[4]!.error).toMatch(/there is no such file/);
    expect(code).toBe(2);
  });
  it("exits 0 when every line was answered", async () => {
    expect(
      (await patchbay(["diff", "--batch", "-"], { input: `${JSON.stringify({ id: 1, old: {}, new: {} })}\n` })).code,
    ).toBe(0);
  });
  it.each([
    ["one side only", [dir], /Name exactly two/],
    ["an unknown preset", ["a", "b", "--preset", "odd"], /--preset is one of/],
  ])("answers %s with a sentence and exit code 2", async (_name, args, message) => {
    const { code, stderr } = await patchbay(["diff", ...args]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe("the rest", () => {
  it("lsp speaks the protocol over standard input and output", async () => {
    const client = await LspClient.start({}, ["dist/cli.cjs", "lsp", "--stdio"]);
    const found = await client.open("untitled:a.connector.yaml", definition);
    expect(found.map(({ code }) => code)).toContain("connector-type-valid");
    expect(await client.stop()).toBe(0);
  });
  it("rules lists both kinds in the documented shape", async () => {
    const { code, stdout } = await patchbay(["rules", "--format", "json"]);
    expect(code).toBe(0);
    const rules = JSON.parse(stdout) as Record<string, unknown>[];
    for (const rule of rules)
      expect(Object.keys(rule)).toEqual(["id", "kind", "families", "severity", "bump", "summary", "codes", "url"]);
    expect(rules.filter(({ kind }) => kind === "checklist").length).toBeGreaterThanOrEqual(40);
    expect(rules.filter(({ kind }) => kind === "change").length).toBeGreaterThanOrEqual(30);
  });
  it.each([
    [[], 2, "stderr"],
    [["--help"], 0, "stdout"],
    [["check", "--help"], 0, "stdout"],
  ] as const)("help for %j", async (args, code, stream) => {
    const result = await patchbay(args);
    expect(result.code).toBe(code);
    expect(result[stream]).toMatch(/patchbay/);
  });
  it("names the commands when one is unknown", async () => {
    const { code, stderr } = await patchbay(["chekc"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/There is no command "chekc"\. Known: check, diff/);
  });
});
