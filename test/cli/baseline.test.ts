import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { patchbay } from "../support/cli.ts";

const dir = mkdtempSync(path.join(tmpdir(), "patchbay-baseline-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
function put(name: string, content: string): void {
  const file = path.join(dir, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}
const git = (...args: string[]) =>
  execFileSync("git", ["-C", dir, "-c", "user.name=T", "-c", "user.email=t@example.com", ...args]);

const definition = (version: string, ...ids: string[]): string =>
  `format_version: 1
version: ${version}
overview:
  name: Tides
  slug: tides
operations:
${ids.map((id) => `  ${id}:\n    method: GET\n    path: /${id}\n`).join("")}`;

beforeAll(() => {
  put("a/tides.connector.yaml", definition("1.0.0", "get_tide", "list_tides"));
  put("b/ports.connector.yaml", definition("1.0.0", "get_port").replace("slug: tides", "slug: ports"));
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-q", "-m", "First");
  put("a/tides.connector.yaml", definition("1.1.0", "get_tide"));
  put("c/new.connector.yaml", definition("1.0.0", "get_boat").replace("slug: tides", "slug: boats"));
});

interface Report {
  connectors: {
    path: string;
    verdict?: { baseline: string; bump: string };
    findings: { rule: string; severity: string; message: string }[];
  }[];
}
async function check(...args: string[]): Promise<Report & { code: number | null; stderr: string }> {
  const { code, stdout, stderr } = await patchbay(["check", ...args, "--format", "json"], { cwd: dir });
  return { ...(JSON.parse(stdout || '{ "connectors": [] }') as Report), code, stderr };
}

describe("check --baseline", () => {
  it("finds what breaks, and a number that was not raised far enough", async () => {
    const { connectors, code } = await check("a", "--baseline", "git:main");
    expect(code).toBe(1);
    expect(connectors[0]?.verdict).toEqual({ baseline: "git:main", bump: "major", changes: 1 });
    const found = connectors[0]!.findings.map(({ rule, severity }) => `${severity} ${rule}`);
    expect(found).toContain("warning operation-removed");
    expect(found).toContain("error version-bump-too-small");
  });
  it("is content with a number that says so", async () => {
    put("d/tides.connector.yaml", definition("2.0.0", "get_tide"));
    const { connectors } = await check("d", "--baseline", "a/tides.connector.yaml");
    expect(connectors[0]?.verdict?.bump).toBe("none");
    put("e/tides.connector.yaml", definition("2.0.0", "get_tides"));
    const raised = await check("e", "--baseline", "d");
    expect(raised.connectors[0]?.findings.map(({ rule }) => rule)).toContain("version-not-bumped");
    const found = (await check("e", "--baseline", "a")).connectors[0]!.findings;
    expect(found.find(({ rule }) => rule === "operation-removed")).toMatchObject({
      severity: "info",
      message: expect.stringContaining("breaks what was made with a"),
    });
  });
  it("says in text what the changes need", async () => {
    const { stdout } = await patchbay(["check", "a", "--baseline", "git:main"], { cwd: dir });
    expect(stdout).toContain("a/tides.connector.yaml: the changes since git:main need major (1 change).");
  });
  it.each([
    ["git:nowhere", "knows no revision nowhere"],
    ["git:--help", "knows no revision --help"],
    ["nothing-there", "There is no baseline nothing-there"],
    ["registry", "needs a sign-in: patchbay registry sign-in"],
  ])("%s is refused in a sentence", async (spec, sentence) => {
    const { code, stderr } = await check("a", "--baseline", spec);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });
});

describe("diff", () => {
  it("takes a revision as the old side", async () => {
    const { code, stdout } = await patchbay(["diff", "--baseline", "git:main", "a", "--fail-on", "major"], {
      cwd: dir,
    });
    expect(code).toBe(1);
    expect(stdout).toContain("Operation list_tides was removed");
    expect(stdout).toContain("Required bump: major, 1 change.");
  });
  it("compares everything that differs from a revision", async () => {
    const args = ["diff", "--changed-since", "main", "a", "b", "c"];
    const { code, stdout } = await patchbay([...args, "--format", "json"], { cwd: dir });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      connectors: [
        { path: "a/tides.connector.yaml", new: false, bump: "major", changes: [{ id: "operation-removed" }] },
        { path: "c/new.connector.yaml", new: true, bump: "none", changes: [] },
      ],
    });
    expect((await patchbay([...args, "--fail-on", "minor"], { cwd: dir })).code).toBe(1);
    const { stdout: text } = await patchbay(args, { cwd: dir });
    expect(text).toContain("c/new.connector.yaml\nA new connector.");
    expect((await patchbay(["diff", "--changed-since", "main", "b"], { cwd: dir })).stdout).toBe(
      "No connector has changed.\n",
    );
  });
  it.each([
    [["--baseline", "git:main", "c"], "has no such connector yet"],
    [["--baseline", "git:main"], "name exactly one file or folder"],
    [["--changed-since", "main", "--guide", "a"], "drafts no text"],
    [["a"], "Name exactly two files or folders"],
  ])("%j is refused in a sentence", async (args, sentence) => {
    const { code, stderr } = await patchbay(["diff", ...args], { cwd: dir });
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });
});

describe("check --changed-since", () => {
  it("checks what differs from a revision, and what is new, compared with that revision", async () => {
    const { connectors } = await check("a", "b", "c", "--changed-since", "main");
    expect(connectors.map(({ path: name, verdict }) => [name, verdict?.bump])).toEqual([
      ["a/tides.connector.yaml", "major"],
      ["c/new.connector.yaml", undefined],
    ]);
  });
  it("is content where nothing changed", async () => {
    const { connectors, code } = await check("b", "--changed-since", "main");
    expect([connectors, code]).toEqual([[], 0]);
  });
});
