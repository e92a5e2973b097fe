import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "../support/paths.ts";

const dir = mkdtempSync(path.join(tmpdir(), "patchbay-workflow-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Workflow {
  on: object;
  permissions: Record<string, string>;
  jobs: Record<string, { env: Record<string, string>; steps: { uses?: string; run?: string }[] }>;
}
const workflow = parse(readFileSync(path.join(root, "docs/ci/github.yml"), "utf8")) as Workflow;
const git = (...args: string[]) =>
  execFileSync("git", ["-C", dir, "-c", "user.name=T", "-c", "user.email=t@example.com", ...args]);
const definition = (version: string, ...ids: string[]): string =>
  `format_version: 1\nversion: ${version}\noverview:\n  name: Tides\n  slug: tides\noperations:\n${ids.map((id) => `  ${id}:\n    method: GET\n    path: /${id}\n`).join("")}`;

/** What the steps of the workflow print in a repository whose branch goes to main, as the runner's shell runs them. */
function runSteps(): { code: number | null; stdout: string } {
  const [job] = Object.values(workflow.jobs);
  const env = { ...process.env, PATCHBAY: `node ${path.join(root, "dist/cli.cjs")}`, BASE: "main" };
  let stdout = "";
  for (const { run } of job!.steps) {
    if (run === undefined) continue;
    const result = spawnSync("bash", ["-e", "-c", run], { cwd: dir, env, encoding: "utf8" });
    stdout += result.stdout;
    if (result.status !== 0) return { code: result.status, stdout };
  }
  return { code: 0, stdout };
}

it("the workflow for GitHub may only read, and names every value that its steps use", () => {
  expect(workflow.permissions).toEqual({ contents: "read" });
  const [job] = Object.values(workflow.jobs);
  const used = job!.steps.flatMap(({ run }) => [...(run ?? "").matchAll(/\$(\w+)/g)].map((match) => match[1]));
  expect(used.length).toBeGreaterThan(0);
  for (const name of used) expect(Object.keys(job!.env)).toContain(name);
});

it.skipIf(process.platform === "win32")(
  "its steps mark what a branch breaks, and nothing that it does not touch (skipped on Windows, which has no bash)",
  () => {
    mkdirSync(path.join(dir, "ports"));
    writeFileSync(path.join(dir, "tides.connector.yaml"), definition("1.0.0", "get_tide", "list_tides"));
    writeFileSync(path.join(dir, "ports/ports.connector.yaml"), "format_version: 1\nversion: soon\n");
    git("init", "-q", "-b", "main");
    git("add", "-A");
    git("commit", "-q", "-m", "First");
    git("checkout", "-q", "-b", "change");
    writeFileSync(path.join(dir, "tides.connector.yaml"), definition("1.1.0", "get_tide"));
    git("commit", "-q", "-a", "-m", "Second");
    const { code, stdout } = runSteps();
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=tides\.connector\.yaml,.*title=version-bump-too-small::/m);
    expect(stdout).toMatch(/^::warning file=tides\.connector\.yaml,.*title=operation-removed::/m);
    expect(stdout).not.toContain("ports.connector.yaml");
  },
);
