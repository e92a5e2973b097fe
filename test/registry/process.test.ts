import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../core/api/client.ts";
import { patience, rounds, tell } from "../support/faults.ts";
import { bundle, run, type Service, startService } from "./bundle.ts";
import { definition, powerPlatform, publication, temporaryFolder } from "./support.ts";

let built: Awaited<ReturnType<typeof bundle>>;
const folders: string[] = [];
const folder = () => {
  const made = temporaryFolder();
  folders.push(made);
  return made;
};
const connect = ({ url, token }: Service) => createClient({ baseUrl: url, token, fetch });

beforeAll(async () => {
  built = await bundle();
  folders.push(built.folder);
}, 60_000);
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

describe("the registry's process", () => {
  it("says one line, writes the first token, and ends in order", async () => {
    const data = path.join(folder(), "deep", "inside");
    const service = await startService(built.registry, data);
    expect(service.stdout()).toBe(`Registry listening at ${service.url}\n`);
    expect(statSync(path.join(data, "admin-token")).mode & 0o777).toBe(0o600);
    expect(await connect(service).whoami()).toMatchObject({
      principal: "admin",
      enterprise: "local",
      roles: ["viewer", "creator", "enterprise_admin", "platform_admin"],
      scopes: ["usage:write"],
    });
    expect(readFileSync(path.join(data, "address"), "utf8").trim()).toBe(service.url);
    expect(await service.end("SIGTERM")).toEqual({ code: 0, signal: null });
    expect(existsSync(path.join(data, "address"))).toBe(false);

    // The token stays the same, also when its file was taken away.
    const again = await startService(built.registry, data);
    expect(again.token).toBe(service.token);
    await again.end("SIGINT");
    rmSync(path.join(data, "admin-token"));
    writeFileSync(path.join(data, "admin-token"), "");
    const third = await startService(built.registry, data);
    expect((await connect({ ...third, token: service.token }).whoami()).principal).toBe("admin");
    await third.end("SIGTERM");
  }, 30_000);

  it("refuses a second process on its folder, and goes on itself", async () => {
    const data = folder();
    const service = await startService(built.registry, data);
    const second = await run(built.registry, ["--data", data, "--port", "0"]);
    expect(second).toMatchObject({ code: 2, stdout: "" });
    expect(second.stderr).toContain(`${data} is in use by another registry (it listens at ${service.url})`);
    expect((await connect(service).meta()).name).toBe("patchbay");
    // After kill -9 nothing is left that would keep the next one out.
    await service.end("SIGKILL");
    await (await startService(built.registry, data)).end("SIGTERM");
  }, 30_000);

  it("says in a sentence why it cannot start", async () => {
    const service = await startService(built.registry, folder());
    const port = new URL(service.url).port;
    const file = path.join(folder(), "file");
    writeFileSync(file, "");
    const cases: [string[], NodeJS.ProcessEnv, RegExp][] = [
      [["--data", folder(), "--port", port], {}, /^Port \d+ on 127\.0\.0\.1 is taken\./],
      [
        ["--data", path.join(file, "below"), "--port", "0"],
        {},
        /cannot be used .* Give a writable folder with --data\./,
      ],
      [["--data", folder(), "--host", "192.0.2.1", "--port", "0"], {}, /^192\.0\.2\.1 is no address of this machine\./],
      [["--port", "70000"], {}, /^--port needs a number/],
      [["--colour", "red"], {}, /is not an option of the registry/],
      [["--data"], {}, /^--data needs a value/],
      [
        ["--data", folder(), "--host", "0.0.0.0", "--port", "0"],
        { PATCHBAY_TEST_NOW: "2031-01-01T00:00:00Z" },
        /^PATCHBAY_TEST_NOW .* refused/,
      ],
      [["--data", folder(), "--port", "0"], { PATCHBAY_TEST_NOW: "soon" }, /^PATCHBAY_TEST_NOW is no time/],
    ];
    for (const [args, env, sentence] of cases) {
      const { code, stdout, stderr } = await run(built.registry, args, env);
      expect({ code, stdout }, args.join(" ")).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(sentence);
      expect(stderr, "no stack").not.toMatch(/\n\s+at /);
    }
    await service.end("SIGTERM");
  }, 60_000);

  it("says which Node it needs", async () => {
    const { code, stdout, stderr } = await run(built.registry, [], { NODE_OPTIONS: "--no-experimental-sqlite" });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^The registry needs Node 22\.13 or later with node:sqlite; this is Node .* PATCHBAY_NODE/);
  });

  it("refuses a store that is none, and one of a newer registry", async () => {
    const data = folder();
    writeFileSync(path.join(data, "registry.db"), "this is no database, whatever its name says".repeat(50));
    expect(await run(built.registry, ["--data", data, "--port", "0"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("cannot be used (file is not a database)"),
    });
    const { DatabaseSync } = await import("node:sqlite");
    const newer = folder();
    await (await startService(built.registry, newer)).end("SIGTERM");
    const database = new DatabaseSync(path.join(newer, "registry.db"));
    database.exec("insert into schema_migration (id, checksum, applied_at) values ('9999-later', '', '')");
    database.close();
    expect(await run(built.registry, ["--data", newer, "--port", "0"])).toMatchObject({
      code: 2,
      stderr: "The store was made by a newer registry (migration 9999-later). Update Patchbay.\n",
    });
  }, 30_000);

  it("sets the clock for tests", async () => {
    const service = await startService(built.registry, folder(), [], { PATCHBAY_TEST_NOW: "2035-06-01T08:00:00Z" });
    const { connector } = await connect(service).publish("local/parcel-tracker", "1.0.0", publication());
    expect(connector.created_at).toBe("2035-06-01T08:00:00.000Z");
    await service.end("SIGTERM");
  }, 30_000);

  it(
    "loses no acknowledged publication to kill -9",
    async () => {
      const kills = rounds(15, 200);
      const data = folder();
      const acknowledged = new Map<string, string>();
      let unanswered = 0;
      let number = 0;
      for (let kill = 0; kill < kills; kill++) {
        const service = await startService(built.registry, data);
        const client = connect(service);
        let dead = false;
        const publisher = async () => {
          while (!dead) {
            const slug = `kill-${number++}`;
            // Random bytes keep the files from being too small to tear.
            const text = `${definition({ slug })}# ${crypto.randomUUID().repeat(500)}\n`;
            try {
              const { version } = await client.publish(`local/${slug}`, "1.0.0", {
                files: [{ path: "c.connector.yaml", text }],
              });
              acknowledged.set(slug, version.digest);
            } catch {
              unanswered++;
            }
          }
        };
        const publishers = [publisher(), publisher(), publisher()];
        await new Promise((resolve) => setTimeout(resolve, 30 + Math.random() * 250));
        await service.end("SIGKILL");
        dead = true;
        await Promise.all(publishers);
      }

      const service = await startService(built.registry, data);
      const client = connect(service);
      for (const [slug, digest] of acknowledged)
        expect((await client.getContent(`local/${slug}`, "1.0.0")).digest, slug).toBe(digest);
      // What was not acknowledged is there as a whole or not at all.
      let all = 0;
      for await (const { id } of client.allConnectors({ limit: 100 })) {
        all++;
        expect((await client.getContent(id, "latest")).files).toHaveLength(1);
        expect((await client.listAudit(id)).items).toHaveLength(1);
      }
      await service.end("SIGTERM");
      const { DatabaseSync } = await import("node:sqlite");
      const database = new DatabaseSync(path.join(data, "registry.db"), { readOnly: true });
      expect(database.prepare("pragma integrity_check").get()).toEqual({ integrity_check: "ok" });
      expect(database.prepare("select count(*) as events from outbox").get()).toEqual({ events: all });
      database.close();
      tell(
        `kill -9: ${kills} kills, ${acknowledged.size} acknowledged publications, 0 lost (${unanswered} unanswered, ${all} stored)`,
      );
      expect(acknowledged.size).toBeGreaterThan(kills);
    },
    patience(120_000),
  );
});

describe("the command line", () => {
  it("starts, publishes, refuses and says so in its exit code", async () => {
    const work = folder();
    const file = path.join(work, "parcel-tracker.connector.yaml");
    const service = await startService(built.cli, path.join(work, "data"), ["registry", "start"]);
    const env = { PATCHBAY_REGISTRY: service.url, PATCHBAY_TOKEN: service.token };
    const publish = (args: string[], more: NodeJS.ProcessEnv = {}) =>
      run(built.cli, ["publish", ...args], { ...env, ...more }, work);
    const write = (parts: Parameters<typeof definition>[0]) => writeFileSync(file, definition(parts));

    write({});
    expect(await publish([file, "--dry-run"])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("would be published (first version)"),
    });
    expect(await publish([file])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Published local/parcel-tracker@1.0.0"),
    });
    expect(await publish([work])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("published already with the same content"),
    });
    write({ description: "Other words for the same thing." });
    const exists = await publish([file]);
    expect(exists).toMatchObject({ code: 1, stdout: "" });
    expect(exists.stderr).toBe("1.0.0 exists already and cannot be changed. The next version is 1.0.1 or higher.\n");

    write({ version: "1.0.1", fields: ["number"] });
    const small = await publish([file, "--format", "json"]);
    expect(small.code).toBe(1);
    expect(JSON.parse(small.stdout)).toMatchObject({
      published: false,
      error: { code: "semver-gate", required: "major", proposed: "1.0.1", expected_version: "2.0.0" },
    });
    write({ version: "2.0.0", fields: ["number"] });
    expect((await publish([file, "--bump", "minor"])).stderr).toContain("The file says version: 2.0.0");
    const guide = path.join(work, "guide.md");
    writeFileSync(guide, "Look at the release notes.\n");
    const vague = await publish([file, "--migration-guide", guide]);
    expect(vague).toMatchObject({ code: 1, stdout: "" });
    expect(vague.stderr).toContain(
      "The migration guide of 2.0.0 leaves out 1 major change. Output place of get_parcel",
    );
    const major = await publish([file, "--format", "json"]);
    expect(JSON.parse(major.stdout)).toMatchObject({
      published: true,
      bump: "major",
      required_bump: "major",
      error: null,
    });
    const client = connect(service);
    // The notes are those of the file; the guide was drafted from the changes, since there is none.
    expect(await client.getVersion("local/parcel-tracker", "2.0.0")).toMatchObject({
      notes: "What changed.",
      migration_guide: expect.stringContaining("- Output `place` was removed."),
    });

    write({ version: "2.0.1", fields: ["number"], description: "With notes of one's own." });
    writeFileSync(path.join(work, "notes.md"), "Better words.\n");
    expect((await publish([file, "--notes", path.join(work, "notes.md")])).code).toBe(0);
    expect((await client.getVersion("local/parcel-tracker", "latest")).notes).toBe("Better words.\n");

    write({ version: "2.0.2", responseSchema: false });
    const unmet = await publish([file]);
    expect(unmet.code).toBe(1);
    expect(unmet.stderr).toMatch(/connector\.yaml:\d+:\d+ error .*\(operation-response-schema\)/);

    const wrong: [string[], NodeJS.ProcessEnv, RegExp][] = [
      [[], {}, /exactly one path/],
      [[path.join(work, "nothing")], {}, /there is no such file or folder/],
      [[file], { PATCHBAY_TOKEN: "" }, /needs a sign-in: .*, or a token in PATCHBAY_TOKEN/],
      [[file], { PATCHBAY_TOKEN: "cxr_00000000_x" }, /Sign in again/],
      [[file, "--registry", "http://127.0.0.1:9"], {}, /does not answer/],
      [[file, "--registry", "nowhere"], {}, /is no address of a registry/],
      [[file, "--bump", "huge"], {}, /--bump is one of/],
      [[file, "--notes", path.join(work, "no.md")], {}, /could not be read/],
    ];
    for (const [args, more, sentence] of wrong) {
      const { code, stdout, stderr } = await publish(args, more);
      expect({ code, stdout }, args.join(" ")).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(sentence);
    }
    expect(await service.end("SIGTERM")).toEqual({ code: 0, signal: null });
  }, 60_000);

  it("publishes a Power Platform folder under its folder's name, with the number that the changes need", async () => {
    const work = folder();
    const connector = path.join(work, "Parcel Depots");
    mkdirSync(connector);
    const write = (ids: string[]) => {
      for (const { path: name, text } of powerPlatform(ids)) writeFileSync(path.join(connector, name), text);
    };
    const service = await startService(built.registry, path.join(work, "data"));
    const env = { PATCHBAY_REGISTRY: service.url, PATCHBAY_TOKEN: service.token };
    const publish = (...args: string[]) => run(built.cli, ["publish", ...args, "--format", "json"], env, work);
    const read = async (...args: string[]) => JSON.parse((await publish(...args)).stdout) as Record<string, unknown>;

    write(["ListDepots"]);
    expect(await read("Parcel Depots")).toMatchObject({ published: true, reference: "local/parcel-depots@1.0.0" });
    expect(await read("Parcel Depots")).toMatchObject({
      published: false,
      reference: "local/parcel-depots@1.0.0",
      error: null,
    });
    write(["ListDepots", "ListParcels"]);
    expect(await read("Parcel Depots")).toMatchObject({ published: true, version: "1.1.0", bump: "minor" });
    write(["ListParcels"]);
    expect(await read(connector)).toMatchObject({ published: true, version: "2.0.0", bump: "major" });
    // The same verdict without publishing: against the last version, all of them, and none.
    const check = async (...args: string[]) => {
      const { stdout } = await run(built.cli, ["check", connector, "--format", "json", ...args], env, work);
      const [report] = (JSON.parse(stdout) as { connectors: { verdict?: object; findings: { rule: string }[] }[] })
        .connectors;
      return { verdict: report?.verdict, breaks: report?.findings.some(({ rule }) => rule === "operation-removed") };
    };
    expect(await check("--baseline", "registry")).toMatchObject({ verdict: { baseline: "2.0.0", bump: "none" } });
    expect(await check("--baseline", "all")).toMatchObject({
      verdict: { baseline: "2.0.0", bump: "major" },
      breaks: true,
    });
    expect(await check("--baseline", "in-use")).toMatchObject({ verdict: { bump: "none" }, breaks: false });
    write(["ListDepots"]);
    expect(await check("--baseline", "registry")).toMatchObject({ verdict: { bump: "major" }, breaks: true });
    expect((await check()).verdict).toBeUndefined();

    const { items } = await connect(service).listVersions("local/parcel-depots");
    // Notes are drafted from the changes, except for a first version.
    expect(items.map(({ notes }) => notes.match(/^## .*/m)?.[0])).toEqual([
      "## What breaks",
      "## What is new",
      undefined,
    ]);
    expect(
      (await connect(service).getVersion("local/parcel-depots", "1.0.0")).files.map(({ path: name }) => name),
    ).toEqual(["apiDefinition.swagger.json", "apiProperties.json"]);
    await service.end("SIGTERM");
  }, 60_000);
});
