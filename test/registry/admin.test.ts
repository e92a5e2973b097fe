import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tables } from "../../registry/admin/tables.ts";
import { migrations } from "../../registry/store/migrate.ts";
import { bundle, run } from "./bundle.ts";
import {
  definition,
  onServer,
  publication,
  publishFirst,
  startTest,
  type TestRegistry,
  temporaryFolder,
} from "./support.ts";

let built: Awaited<ReturnType<typeof bundle>>;
const folders: string[] = [];
const folder = () => {
  const made = temporaryFolder();
  folders.push(made);
  return made;
};
let registry: TestRegistry;
beforeAll(async () => {
  built = await bundle();
  folders.push(built.folder);
  registry = await startTest(folder());
  const connector = await publishFirst(registry.admin, "local", "parcel-tracker");
  await registry.admin.publish(
    connector.id,
    "1.0.1",
    publication({ version: "1.0.1", description: "Follows parcels to the door, now in better words." }),
  );
  await publishFirst(registry.admin, "local", "depot-finder");
  await registry.token({ principal: "dana", enterprise: "harbour", roles: ["viewer"] });
}, 60_000);
afterAll(async () => {
  await registry.stop();
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

const admin = (args: string[], env: NodeJS.ProcessEnv = {}) => run(built.registry, args, env);

it("every table of the migrations is moved and proved", () => {
  const made = [
    ...migrations
      .map(({ sql }) => sql)
      .join(";")
      .matchAll(/create table (\w+)/g),
  ].map((match) => match[1]);
  expect(tables.map(({ name }) => name)).toEqual(made.filter((name) => tables.some((table) => table.name === name)));
  expect(made.filter((name) => !tables.some((table) => table.name === name))).toEqual([]);
});

describe("backup and restore", () => {
  it("copies a store that is in use, and proves it in its new folder", async () => {
    const file = path.join(folder(), "copy.db");
    const { code, stdout } = await admin(["backup", file, "--data", registry.folder]);
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining("has the store of") });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await admin(["backup", file, "--data", registry.folder])).stderr).toContain("exists already");

    const target = path.join(folder(), "new");
    const restored = await admin(["restore", file, "--data", target]);
    expect(restored.stdout).toMatch(/Restored to .*\nAll is well: 3 versions, \d+ contents and \d+ events/);
    expect((await admin(["restore", file, "--data", target])).stderr).toContain("has a store already");
    // Tokens go on working; the file with the first one stays where it was made.
    writeFileSync(path.join(target, "admin-token"), registry.adminToken);
    const again = await startTest(target);
    expect((await again.admin.getContent("local/parcel-tracker", "1.0.1")).files).toEqual(
      (await registry.admin.getContent("local/parcel-tracker", "1.0.1")).files,
    );
    await again.running.close();
  }, 60_000);
});

describe("verify", () => {
  /** A copy of the store, with something done to it behind the registry's back. */
  const tampered = async (statement: string, ...values: (string | Uint8Array)[]): Promise<string> => {
    const file = path.join(folder(), "copy.db");
    await admin(["backup", file, "--data", registry.folder]);
    const target = path.join(folder(), "copy");
    await admin(["restore", file, "--data", target]);
    const database = new DatabaseSync(path.join(target, "registry.db"), { enableForeignKeyConstraints: false });
    expect(database.prepare(statement).run(...values).changes).toBeGreaterThan(0);
    database.close();
    const { code, stdout } = await admin(["verify", "--data", target]);
    expect(code).toBe(1);
    return stdout;
  };
  it.each([
    [
      "update blob set bytes = ? where digest = (select min(digest) from blob)",
      /is not what it was when it was published/,
      gzipSync("other"),
    ],
    ["update blob set bytes = ? where digest = (select min(digest) from blob)", /cannot be unpacked/, Buffer.from("x")],
    ["delete from version_file where version = '1.0.1'", /parcel-tracker@1\.0\.1 has no files/],
    [
      "update connector_version set digest = 'sha256:0' where version = '1.0.1'",
      /does not have the files that it was published with/,
    ],
    [
      "delete from connector_version where version = '1.0.1'",
      /names 1\.0\.1 as its latest version, which is not there/,
    ],
    [
      "update audit_event set actor = 'nobody' where chain = 'local/parcel-tracker' and seq = 1",
      /The events of local\/parcel-tracker are broken at number 1/,
    ],
    ["delete from audit_event where chain = 'local/parcel-tracker' and seq = 1", /broken at number 2/],
  ] as [string, RegExp, Uint8Array?][])("finds %s", async (statement, sentence, value) => {
    expect(await tampered(statement, ...(value ? [value] : []))).toMatch(sentence);
  });
});

describe("export and import", () => {
  const sums = (stdout: string): string[] => stdout.split("\n").filter((line) => /^ *\d+ {2}\w/.test(line));
  const exported = async (): Promise<{ file: string; data: string; stdout: string }> => {
    const copy = path.join(folder(), "copy.db");
    await admin(["backup", copy, "--data", registry.folder]);
    const data = path.join(folder(), "data");
    await admin(["restore", copy, "--data", data]);
    const file = path.join(folder(), "all.ndjson");
    const { stdout, code, stderr } = await admin(["export", file, "--data", data]);
    expect(code, stderr).toBe(0);
    return { file, data, stdout };
  };
  it("move everything into an empty folder, with equal hashes", async () => {
    const { file, stdout } = await exported();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const target = path.join(folder(), "target");
    const moved = await admin(["import", file, "--data", target]);
    expect(moved.code, moved.stderr).toBe(0);
    expect(sums(moved.stdout)).toEqual(sums(stdout));
    expect(sums(moved.stdout)).toHaveLength(tables.length);
    expect((await admin(["verify", "--data", target])).stdout).toContain("All is well: 3 versions");
    expect((await admin(["import", file, "--data", target])).stderr).toContain("This store is not empty");
  }, 60_000);
  it("refuse a file that is cut off, changed or something else, and import nothing of it", async () => {
    const { file } = await exported();
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    const variants: [string, string, RegExp][] = [
      ["cut off", lines.slice(0, -3).join("\n"), /is damaged or not complete/],
      [
        "changed",
        lines.map((line) => line.replace("Parcel Tracker", "Parcel Hacker")).join("\n"),
        /is damaged or not complete/,
      ],
      ["no export", "{}\n", /is no export of a registry/],
      ["no JSON", "hello\n", /is damaged or not complete/],
      [
        "of a newer one",
        [`{"patchbay_export":1,"migration":"0099-later","at":""}`, ...lines.slice(1)].join("\n"),
        /another version of Patchbay/,
      ],
      [
        "with a trick in a name",
        lines.map((line) => line.replace('"columns":["', '"columns":["x) values (1); --')).join("\n"),
        /is damaged/,
      ],
    ];
    for (const [name, text, sentence] of variants) {
      const broken = path.join(folder(), "broken.ndjson");
      writeFileSync(broken, text);
      const target = path.join(folder(), "target");
      const { code, stderr } = await admin(["import", broken, "--data", target]);
      expect({ name, code }).toEqual({ name, code: 2 });
      expect(stderr).toMatch(sentence);
      expect((await admin(["verify", "--data", target])).stdout).toContain("0 versions, 0 contents and 0 events");
    }
  }, 60_000);
  it.skipIf(!process.env.PATCHBAY_TEST_POSTGRES)(
    "move a folder to PostgreSQL and back (skipped without PostgreSQL)",
    async () => {
      const { file, stdout } = await exported();
      const server = process.env.PATCHBAY_TEST_POSTGRES!;
      const name = `moved_${process.pid}`;
      await onServer(server, `create database ${name}`);
      try {
        const env = { DATABASE_URL: server.replace(/[^/]*$/, name) };
        const there = await admin(["import", file], env);
        expect(there.code, there.stderr).toBe(0);
        expect(sums(there.stdout)).toEqual(sums(stdout));
        expect((await admin(["verify"], env)).stdout).toContain("All is well: 3 versions");
        const back = path.join(folder(), "back.ndjson");
        expect(sums((await admin(["export", back], env)).stdout)).toEqual(sums(stdout));
        expect((await admin(["backup", back], env)).stderr).toContain("pg_dump");
      } finally {
        await onServer(server, `drop database ${name} with (force)`);
      }
    },
    60_000,
  );
});

describe("doctor", () => {
  it("says what is well, and what is in the way", async () => {
    const data = folder();
    expect((await admin(["doctor", "--data", data])).stdout).toMatch(
      /ok {4}Node .*\nok {4}the folder .*\nok {4}tables up to .*\nok {4}content/,
    );
    expect((await admin(["doctor", "--data", registry.folder])).stdout).toContain("a registry is running on");
    const file = path.join(folder(), "file");
    writeFileSync(file, definition());
    const { code, stdout } = await admin(["doctor", "--data", path.join(file, "below")]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/wrong The folder .* cannot be used/);
    expect(existsSync(path.join(file, "below"))).toBe(false);
  });
});

it("wrong use is a sentence with how to do it", async () => {
  for (const args of [["backup"], ["import", "--data", folder()]]) {
    const { code, stderr } = await admin(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/needs the name of a file\.[\s\S]*Usage: patchbay registry/);
  }
  expect((await run(built.cli, ["registry", "stop"])).stderr).toContain("knows start, backup, restore");
});
