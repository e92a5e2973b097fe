import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { patchbay } from "../support/cli.ts";

const dir = mkdtempSync(path.join(tmpdir(), "patchbay-settings-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
function put(name: string, content: string): void {
  const file = path.join(dir, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}
const git = (...args: string[]): string =>
  execFileSync("git", ["-C", dir, "-c", "user.name=T", "-c", "user.email=t@example.com", ...args], {
    encoding: "utf8",
  });

interface Report {
  connectors: { profile: string; findings: { rule: string; severity: string; pointer: string }[]; waived: object[] }[];
  summary: Record<string, number>;
}
async function check(...args: string[]): Promise<Report & { code: number | null; stderr: string; rules: string[] }> {
  const { code, stdout, stderr } = await patchbay(["check", ...args, "--format", "json"], { cwd: dir });
  const report = JSON.parse(stdout || '{ "connectors": [] }') as Report;
  return {
    ...report,
    code,
    stderr,
    rules: report.connectors.flatMap(({ findings }) => findings.map(({ rule }) => rule)),
  };
}
const swagger = (operations: readonly string[]): string =>
  JSON.stringify(
    {
      swagger: "2.0",
      info: { title: "Tides", version: "1.0.0" },
      paths: Object.fromEntries(
        operations.map((name) => [`/${name}`, { get: { summary: name, responses: { 200: { description: "It." } } } }]),
      ),
    },
    null,
    2,
  );

it("settings beside a connector and above it count, and waived findings are told apart", async () => {
  put("a/.patchbay.yaml", "profile: independent\nrules:\n  opid-required: warning\n");
  put("a/tides/apiDefinition.swagger.json", swagger(["one", "two"]));
  const before = await check("a");
  expect(before.connectors.map(({ profile }) => profile)).toEqual(["independent"]);
  const missing = before.connectors[0]!.findings.filter(({ rule }) => rule === "opid-required");
  expect(missing.map(({ severity }) => severity)).toEqual(["warning", "warning"]);

  put(
    "a/tides/.patchbay.yaml",
    `waivers:\n  - rule: opid-required\n    at: apiDefinition.swagger.json#${missing[0]!.pointer}\n    reason: Asked for by the host.\n    author: dana\n`,
  );
  const asked = await check("a");
  const value = /add value: (\w+)/.exec(JSON.stringify(asked.connectors))?.[1];
  expect(asked.summary.waived).toBe(0);
  put(
    "a/tides/.patchbay.yaml",
    `waivers:\n  - rule: opid-required\n    at: apiDefinition.swagger.json#${missing[0]!.pointer}\n    value: "${value}"\n    reason: Asked for by the host.\n    author: dana\n`,
  );
  const after = await check("a/tides");
  expect(after.summary.waived).toBe(1);
  expect(after.connectors[0]!.waived).toMatchObject([{ rule: "opid-required", reason: "Asked for by the host." }]);
  expect(after.rules.filter((rule) => rule === "opid-required" || rule === "waiver-counts")).toEqual(["opid-required"]);

  const { stdout } = await patchbay(["check", "a/tides/apiDefinition.swagger.json", "--format", "sarif"], { cwd: dir });
  const results = JSON.parse(stdout).runs[0].results as { suppressions?: { justification: string }[] }[];
  expect(results.flatMap(({ suppressions }) => suppressions ?? []).map(({ justification }) => justification)).toEqual([
    "Asked for by the host. (dana)",
  ]);
});

it("only new findings, compared with a revision, a file and nothing at all", async () => {
  git("init", "-q", "-b", "main");
  put("b/apiDefinition.swagger.json", swagger(["one"]));
  git("add", "-A");
  git("commit", "-q", "-m", "First");
  put("b/apiDefinition.swagger.json", swagger(["zero", "one", "two"]));
  put("c/apiDefinition.swagger.json", swagger(["zero"]));
  const missing = (report: { connectors: Report["connectors"] }): string[] =>
    report.connectors.flatMap(({ findings }) =>
      findings.filter(({ rule }) => rule === "opid-required").map(({ pointer }) => pointer),
    );
  const since = await check("b", "--only-new", "--baseline", "git:main");
  expect(missing(since)).toEqual(["/paths/~1zero/get", "/paths/~1two/get"]);
  expect(missing(await check("b", "--only-new", "--baseline", "c"))).toEqual(["/paths/~1one/get", "/paths/~1two/get"]);
  expect(missing(await check("c", "--only-new", "--baseline", "git:main"))).toEqual(["/paths/~1zero/get"]);

  put("b/.patchbay.yaml", "only_new: true\nbaseline: git:main\n");
  expect(missing(await check("b"))).toEqual(["/paths/~1zero/get", "/paths/~1two/get"]);
  put("b/.patchbay.yaml", "only_new: true\n");
  const all = await check("b");
  expect(missing(all)).toHaveLength(3);
  expect(all.stderr).toContain("--baseline registry");
});

it("a baseline that is not there is said in a sentence", async () => {
  for (const [spec, words] of [
    ["git:nowhere", "knows no revision nowhere"],
    ["git:--output=x", "knows no revision"],
    ["nowhere", "There is no baseline nowhere"],
  ] as const) {
    const { code, stderr } = await check("b", "--only-new", "--baseline", spec);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  }
  expect((await check("c", "--only-new")).stderr).toContain("name one");
});
