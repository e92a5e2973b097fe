import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readProxies, type Sender } from "../../registry/proxies.ts";
import { readSettings, settingsHelp, strangeNames } from "../../registry/settings.ts";
import { keyOf, type Setting, settings } from "../../registry/settings-table.ts";
import { bundle, run, startService } from "./bundle.ts";
import { startTest } from "./support.ts";

const root = path.resolve(import.meta.dirname, "../..");
const table: readonly Setting[] = settings;
const folder = mkdtempSync(path.join(tmpdir(), "patchbay-settings-"));
let made = 0;
/** A file with a text, and its path. */
const file = (text: string, ending = "yaml") => {
  const name = path.join(folder, `${made++}.${ending}`);
  writeFileSync(name, text);
  return name;
};
const refusal = (env: NodeJS.ProcessEnv, written?: string) => {
  try {
    readSettings(env, written === undefined ? undefined : file(written));
  } catch (error) {
    return (error as Error).message.replaceAll(folder, "");
  }
  return "nothing";
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("settings", () => {
  it("come from the environment, from a file as YAML or JSON, and the environment goes first", () => {
    const yaml = file(
      "public_url: https://a.example\nlisten_port: 4871\nprivate_receivers: true\ntrusted_proxies: [10.0.0.1, fd00::/8]\n",
    );
    expect(readSettings({ PATCHBAY_PUBLIC_URL: "https://b.example", PATCHBAY_LIMITS: "" }, yaml)).toEqual({
      PATCHBAY_PUBLIC_URL: "https://b.example",
      PATCHBAY_LISTEN_PORT: "4871",
      PATCHBAY_PRIVATE_RECEIVERS: "1",
      PATCHBAY_TRUSTED_PROXIES: "10.0.0.1,fd00::/8",
    });
    expect(readSettings({}, file('{ "limits": "off", "private_receivers": false }', "json"))).toEqual({
      PATCHBAY_LIMITS: "off",
      PATCHBAY_PRIVATE_RECEIVERS: "0",
    });
    expect(readSettings({}, file("# nothing\n"))).toEqual({});
  });

  it("may keep a secret in a file of its own, named beside the configuration", () => {
    const secret = file("a-token-for-metrics\n", "txt");
    expect(readSettings({ PATCHBAY_METRICS_TOKEN_FILE: secret }, undefined)).toEqual({
      PATCHBAY_METRICS_TOKEN: "a-token-for-metrics",
    });
    const beside = file(`metrics_token_file: ${path.basename(secret)}`);
    expect(readSettings({}, beside)).toEqual({ PATCHBAY_METRICS_TOKEN: "a-token-for-metrics" });
    expect(refusal({ PATCHBAY_METRICS_TOKEN_FILE: secret, PATCHBAY_METRICS_TOKEN: "another-long-token" })).toBe(
      "PATCHBAY_METRICS_TOKEN and PATCHBAY_METRICS_TOKEN_FILE are both set. Keep one of them.",
    );
    expect(refusal({ PATCHBAY_METRICS_TOKEN_FILE: path.join(folder, "absent") })).toBe(
      "PATCHBAY_METRICS_TOKEN_FILE names /absent, which does not exist.",
    );
    expect(refusal({ PATCHBAY_METRICS_TOKEN_FILE: file("", "txt") })).toContain("is empty. It has to hold 16 or more");
    // What is no secret has no file: a name like that is unknown.
    expect(refusal({}, "limits_file: x")).toContain("which is none");
  });

  it("are refused with a sentence that names the setting and what it has to be, and nothing of a secret", () => {
    const wrong: [NodeJS.ProcessEnv, string][] = [
      [
        { PATCHBAY_LISTEN_PORT: "65536" },
        'PATCHBAY_LISTEN_PORT has to be a number from 0 to 65535, where 0 is any free port, not "65536".',
      ],
      [
        { PATCHBAY_PUBLIC_URL: "registry" },
        'PATCHBAY_PUBLIC_URL has to be an address like https://registry.example.com, not "registry".',
      ],
      [{ PATCHBAY_PUBLIC_CATALOGUE: "yes" }, 'PATCHBAY_PUBLIC_CATALOGUE has to be global or off, not "yes".'],
      [
        { DATABASE_URL: "mysql://me:hunter2@host/x" },
        "DATABASE_URL has to be an address like postgres://user:password@host/name.",
      ],
      [{ PATCHBAY_METRICS_TOKEN: "hunter2" }, "PATCHBAY_METRICS_TOKEN has to be 16 or more letters, digits, - or _."],
    ];
    for (const [env, sentence] of wrong) expect(refusal(env)).toBe(sentence);
    for (const port of ["0", "1", "4870", "9999", "65535"])
      expect(readSettings({ PATCHBAY_LISTEN_PORT: port }, undefined)).toEqual({ PATCHBAY_LISTEN_PORT: port });
  });

  it("that nobody knows are refused in a file with what was perhaps meant, and said where they are in the environment", () => {
    expect(refusal({}, "public_ur: https://a.example")).toMatch(
      /\.yaml has the setting "public_ur", which is none; perhaps public_url is meant\.$/,
    );
    expect(refusal({}, "PATCHBAY_LIMITS: off")).toContain("which is none");
    expect(refusal({}, "limits: { reads: 3 }")).toContain("limits in /");
    expect(refusal({}, "- limits")).toContain("has to hold names with values");
    expect(refusal({}, 'metrics_token: "hunter2\nx: [')).toMatch(/is neither YAML nor JSON: see line \d+ \(\w+\)\.$/);
    expect(refusal({}, "limits: off\nlimits: on")).toContain("is neither YAML nor JSON: see line 2");
    expect(
      strangeNames({ PATCHBAY_LIMIT: "off", PATCHBAY_TOKEN: "x", PATCHBAY_SECRET_KEY_FILE: "y", HOME: "/" }),
    ).toEqual(["PATCHBAY_LIMIT is no setting of the registry; perhaps PATCHBAY_LIMITS is meant, and was left alone."]);
  });

  it("stand in one table, and nothing reads the environment past it", () => {
    expect(new Set(table.map(({ name }) => keyOf(name))).size).toBe(table.length);
    const files = readdirSync(path.join(root, "registry"), { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".ts"),
    );
    const known = new Set<string>([...table.flatMap(({ name }) => [name, `${name}_FILE`]), "PATCHBAY_CONFIG"]);
    for (const name of files) {
      const text = readFileSync(path.join(root, "registry", name), "utf8");
      const read = text.match(/process\.env\b(?!\.PATCHBAY_CONFIG\b)/g) ?? [];
      expect(read.length, name).toBe(name === "main.ts" ? 2 : 0);
      if (name === "settings.ts") continue;
      // Those of editor and command line are only spoken of.
      const spoken = (text.match(/\b(?:PATCHBAY|OTEL)_[A-Z_]+[A-Z]\b/g) ?? []).filter(
        (each) => !/^PATCHBAY_(?:TOKEN|NODE)$/.test(each),
      );
      for (const each of spoken) expect(known.has(each), `${each} in ${name}`).toBe(true);
    }
    const page = readFileSync(path.join(root, "docs/registry.md"), "utf8");
    for (const { name } of table) {
      expect(settingsHelp()).toContain(`\n      `);
      expect(settingsHelp()).toContain(`  ${name}\n`);
      expect(page).toContain(`| \`${name}\`<br>\`${keyOf(name)}\` |`);
    }
  });
});

describe("settings of a process", () => {
  let built: Awaited<ReturnType<typeof bundle>>;
  beforeAll(async () => {
    built = await bundle();
  }, 60_000);
  afterAll(() => rmSync(built.folder, { recursive: true, force: true }));

  it("hold as the file says, and as the environment says where both do", async () => {
    const config = file("public_catalogue: global\nmetrics_token: a-token-for-metrics\nlimits: reads=1/1\n");
    const data = mkdtempSync(path.join(folder, "data-"));
    const service = await startService(built.registry, data, ["--config", config], {
      PATCHBAY_LIMITS: "off",
      PATCHBAY_LIMIT: "1",
    });
    let log = "";
    service.child.stderr?.on("data", (chunk) => {
      log += chunk;
    });
    try {
      for (let time = 0; time < 3; time++)
        expect((await fetch(service.url, { headers: { accept: "text/html" } })).status).toBe(200);
      await expect.poll(() => log).toContain('"path":"/"');
      expect(log).not.toContain("a-token-for-metrics");
    } finally {
      await service.end("SIGTERM");
    }
  });

  it("that cannot be used end it with a sentence before anything is touched", async () => {
    const data = path.join(folder, "untouched");
    const start = (args: string[], env: NodeJS.ProcessEnv = {}) =>
      run(built.registry, ["start", "--data", data, ...args], env);
    const typo = await start(["--config", file("metrics_tokn: hunter2-hunter2-hunter2\n")]);
    expect([typo.code, typo.stdout]).toEqual([2, ""]);
    expect(typo.stderr).toContain("perhaps metrics_token is meant.");
    expect(typo.stderr).not.toContain("hunter2");
    const short = await start([], { PATCHBAY_METRICS_TOKEN: "hunter2" });
    expect([short.code, short.stderr]).toEqual([
      2,
      "PATCHBAY_METRICS_TOKEN has to be 16 or more letters, digits, - or _.\n",
    ]);
    const absent = await start(["--config", path.join(folder, "absent.yaml")]);
    expect([absent.code, absent.stderr.replaceAll(folder, "")]).toEqual([
      2,
      "--config names /absent.yaml, which does not exist.\n",
    ]);
    expect((await start([], { PATCHBAY_TRUSTED_PROXIES: "10.0.0.0/33" })).stderr).toContain(
      'cannot be read at "10.0.0.0/33"',
    );
    expect(readdirSync(folder)).not.toContain("untouched");
  });

  it("are told by --help", async () => {
    const { code, stdout } = await run(built.registry, ["--help"]);
    expect(code).toBe(0);
    for (const { name, form } of table) expect(stdout, name).toContain(form);
  });
});

describe("proxies", () => {
  const read = (text: string) => readProxies(text) as Sender;

  it("are believed as far as they are trusted, and no further", () => {
    const sender = read("10.0.0.0/8, 192.0.2.7, fd00::/8");
    const cases: [string, string | undefined, string][] = [
      ["203.0.113.5", "198.51.100.1", "203.0.113.5"],
      ["10.1.2.3", "198.51.100.1", "198.51.100.1"],
      ["::ffff:10.1.2.3", "198.51.100.1", "198.51.100.1"],
      ["10.1.2.3", "6.6.6.6, 198.51.100.1, 192.0.2.7", "198.51.100.1"],
      ["fd00::1", "2001:db8::5", "2001:db8::5"],
      ["10.1.2.3", undefined, "10.1.2.3"],
      ["10.1.2.3", "nonsense", "10.1.2.3"],
      ["10.1.2.3", "10.4.4.4", "10.4.4.4"],
    ];
    for (const [connected, forwarded, expected] of cases) expect(sender(connected, forwarded)).toBe(expected);
    expect((readProxies(undefined) as Sender)("10.1.2.3", "198.51.100.1")).toBe("10.1.2.3");
    for (const text of ["proxy.example", "10.0.0.0/x", "10.0.0.0/33", "10.0.0.0/8/8", "10.0.0.1,,"])
      expect(readProxies(text)).toMatch(/^PATCHBAY_TRUSTED_PROXIES cannot be read at /);
  });

  it("let one who guesses tokens be stopped without stopping all others", async () => {
    const many = { burst: 1000, perMinute: 1000 };
    const limits = {
      reads: many,
      publications: many,
      changes: many,
      signIns: { burst: 1000, perMinute: 1000 },
      wrongTokens: { burst: 2, perMinute: 1 },
    };
    const registry = await startTest(undefined, undefined, limits, { sender: read("127.0.0.1") });
    try {
      const ask = async (token: string, from: string) =>
        (await registry.raw("/api/v1/whoami", { token, headers: { "x-forwarded-for": from } })).status;
      const wrong = `cxr_00000000_${"A".repeat(43)}`;
      expect([await ask(wrong, "198.51.100.1"), await ask(wrong, "198.51.100.1")]).toEqual([401, 401]);
      expect(await ask(registry.adminToken, "198.51.100.1")).toBe(429);
      expect(await ask(registry.adminToken, "198.51.100.2")).toBe(200);
    } finally {
      await registry.stop();
    }
  });
});
