import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { rules } from "../../core/checklist/generated.ts";
import { rules as changes } from "../../core/versioning/generated.ts";
import { root } from "../support/paths.ts";

const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const manifest = JSON.parse(read("package.json")) as Record<string, never> & {
  scripts: Record<string, string>;
  dependencies?: object;
  devDependencies: Record<string, string>;
};
const tracked = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  .trim()
  .split("\n")
  .filter((file) => existsSync(path.join(root, file)));

describe("files", () => {
  it("stay small enough to be read at once", () => {
    const long = tracked
      .filter((file) => /\.(?:ts|js|cjs|mts)$/.test(file) && !file.endsWith("generated.ts"))
      .map((file) => [file, read(file).split("\n").length] as const)
      .filter(([file, lines]) => lines > (file.startsWith("test/") ? 620 : 420));
    expect(long).toEqual([]);
  });
  it("name no folder of a contributor's machine", () => {
    const text = tracked.filter((file) => !/\.(?:png|ico)$/.test(file) && file !== "package-lock.json");
    const leaks = text.filter((file) => /(?:^|[\s"'`(])\/(?:root|home\/\w+|Users\/\w+)\//m.test(read(file)));
    expect(leaks).toEqual([]);
  });
  it("a rule's file is called as its id", () => {
    for (const { id } of rules) expect(tracked).toContain(`core/checklist/rules/${id}.ts`);
    for (const { id } of changes) expect(tracked).toContain(`core/versioning/rules/${id}.ts`);
  });
});

describe("package.json", () => {
  it("pins every dependency exactly, and ships none", () => {
    for (const [name, version] of Object.entries(manifest.devDependencies))
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
    expect(Object.keys(manifest.dependencies ?? {})).toEqual([]);
  });
  it("has a lockfile that installs on every platform", () => {
    const { packages } = JSON.parse(read("package-lock.json")) as {
      packages: Record<string, { optionalDependencies?: object }>;
    };
    const missing = Object.values(packages)
      .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
      .filter((name) => !packages[`node_modules/${name}`]);
    expect(missing, "npm ci refuses a lockfile without them; a registry that lacks them drops them silently").toEqual(
      [],
    );
  });
  it("has the scripts that the documents name", () => {
    for (const name of ["start", "test", "check", "build", "generate", "new", "package"])
      expect(manifest.scripts[name]).toBe(`node scripts/run.cjs ${name}`);
    for (const document of ["README.md", "CONTRIBUTING.md"]) {
      for (const [, name] of read(document).matchAll(/npm run ([a-z:]+)/g))
        expect(Object.keys(manifest.scripts)).toContain(name);
    }
  });
});

describe("ids", () => {
  it("are unique over rules and kinds of change", () => {
    const ids = [...rules, ...changes].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

describe("generated files and scaffolds, on a copy of the project", () => {
  const copy = mkdtempSync(path.join(tmpdir(), "patchbay-copy-"));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  for (const folder of ["core", "scripts", "docs", "schemas", "client", "server", "registry", "package.json"])
    cpSync(path.join(root, folder), path.join(copy, folder), { recursive: true });
  symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"), "junction");
  const run = (script: string, ...args: string[]) =>
    spawnSync(
      process.execPath,
      ["--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", path.join(copy, "scripts", script), ...args],
      { cwd: copy, encoding: "utf8" },
    );

  it("nothing is stale", () => {
    expect(run("generate.ts", "--check")).toMatchObject({ status: 0 });
  });
  it("a new rule is one hand-written file, and the rest is generated", () => {
    expect(run("new.ts", "rule", "my-new-rule")).toMatchObject({ status: 0 });
    expect(existsSync(path.join(copy, "core/checklist/rules/my-new-rule.ts"))).toBe(true);
    expect(run("generate.ts", "--check")).toMatchObject({ status: 0 });
    expect(readFileSync(path.join(copy, "docs/rules.json"), "utf8")).toContain("my-new-rule");
  });
  it("a stale file fails the check and is named", () => {
    writeFileSync(path.join(copy, "docs/rules.json"), "[]\n");
    const { status, stderr } = run("generate.ts", "--check");
    expect(status).toBe(1);
    expect(stderr).toContain("docs/rules.json");
  });
  it("a name that exists, or is none, is refused", () => {
    expect(run("new.ts", "rule", "operation-tested")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("exists already"),
    });
    expect(run("new.ts", "rule", "My Rule")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("lower-case words"),
    });
    expect(run("new.ts", "thing", "x")).toMatchObject({ status: 2, stderr: expect.stringContaining("no kind") });
  });
});
