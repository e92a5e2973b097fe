/** The files for containers. No daemon runs where tests do, so whatever they name is looked up, built and run without one. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readSettings } from "../../registry/settings.ts";
import { type Setting, settings } from "../../registry/settings-table.ts";
import { startService } from "./bundle.ts";

const root = path.resolve(import.meta.dirname, "../..");
const deploy = path.join(root, "deploy");
const folder = mkdtempSync(path.join(tmpdir(), "patchbay-deploy-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const table: readonly Setting[] = settings;
const known = new Set(table.flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name])));

interface Instruction {
  word: string;
  rest: string;
}
/** The instructions of a Dockerfile, stage by stage. */
const stages: Instruction[][] = [];
for (const line of readFileSync(path.join(deploy, "Dockerfile"), "utf8")
  .replace(/^#.*\n/gm, "")
  .replace(/\\\n\s*/g, "")
  .split("\n")) {
  const [, word, rest] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
  if (word === undefined || rest === undefined) continue;
  if (word === "FROM") stages.push([]);
  stages.at(-1)?.push({ word, rest });
}
const [build = [], runtime = []] = stages;
const all = (stage: Instruction[], word: string) => stage.filter((each) => each.word === word).map(({ rest }) => rest);
const environment = Object.fromEntries(
  all(runtime, "ENV").flatMap((rest) => rest.split(/\s+/).map((pair) => pair.split(/=(.*)/s).slice(0, 2))),
) as Record<string, string>;

describe("the Dockerfile, without docker's daemon, which cannot run here", () => {
  it("has Node as it is pinned for the project, and nobody who is root", () => {
    const { devDependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
      devDependencies: { node: string };
    };
    expect(stages).toHaveLength(2);
    for (const stage of stages)
      expect(all(stage, "FROM")[0]).toMatch(new RegExp(`^node:${devDependencies.node}-bookworm-slim(?: AS build)?$`));
    expect(all(runtime, "USER")).toEqual(["node"]);
    expect(all(runtime, "RUN")).toEqual(["mkdir /data && chown node:node /data"]);
    expect(all(runtime, "VOLUME")).toEqual([environment.PATCHBAY_DATA]);
    expect(all(runtime, "EXPOSE")).toEqual([environment.PATCHBAY_LISTEN_PORT]);
    const own = Object.fromEntries(Object.entries(environment).filter(([name]) => name !== "NODE_ENV"));
    for (const name of Object.keys(own)) expect(known.has(name), name).toBe(true);
    expect(readSettings(own, undefined)).toEqual(own);
  });

  it("builds from what it copies, starts, and says by its health check whether it is ready", async () => {
    const source = path.join(folder, "source");
    mkdirSync(source);
    const allowed = readFileSync(path.join(deploy, "Dockerfile.dockerignore"), "utf8").trim().split("\n");
    expect(allowed[0]).toBe("*");
    for (const copied of all(build, "COPY")) {
      const names = copied.split(" ").slice(0, -1);
      for (const name of names) {
        expect(existsSync(path.join(root, name)), name).toBe(true);
        expect(allowed, name).toContain(`!${name}`);
        cpSync(path.join(root, name), path.join(source, name), { recursive: true });
      }
    }
    // `npm ci` gives the packages of the lock file, which are those of the project.
    symlinkSync(path.join(root, "node_modules"), path.join(source, "node_modules"));
    const commands = all(build, "RUN");
    expect(commands).toEqual(["npm ci --ignore-scripts --no-audit --no-fund", "node esbuild.js"]);
    execFileSync(process.execPath, ["esbuild.js"], { cwd: source, stdio: "ignore" });

    const [, from = "", to = ""] = /^--from=build \/source\/(\S+) (\S+)$/.exec(all(runtime, "COPY")[0] ?? "") ?? [];
    const entry = JSON.parse(all(runtime, "ENTRYPOINT")[0] ?? "[]") as string[];
    expect(entry[0]).toBe("node");
    expect(entry.at(-1)).toBe(to);
    expect(JSON.parse(all(runtime, "CMD")[0] ?? "[]")).toEqual(["start"]);
    // Alone in a folder, as in the image: nothing else is needed.
    const app = path.join(folder, "app");
    mkdirSync(app);
    cpSync(path.join(source, from), path.join(app, path.basename(to)));

    const health = /CMD (\[.+\])$/.exec(all(runtime, "HEALTHCHECK")[0] ?? "")?.[1] ?? "[]";
    const [program, ...args] = JSON.parse(health) as string[];
    expect(program).toBe("node");
    const check = (port: string) =>
      spawnSync(process.execPath, args, { env: { ...process.env, PATCHBAY_LISTEN_PORT: port }, timeout: 30_000 })
        .status;
    const service = await startService(path.join(app, path.basename(to)), path.join(folder, "data"), ["start"], {
      ...environment,
      NODE_OPTIONS: entry.slice(1, -1).join(" "),
    });
    const { port } = new URL(service.url);
    expect(check(port)).toBe(0);
    await service.end("SIGTERM");
    expect(check(port)).toBe(1);
  });
});

interface Service {
  image: string;
  restart: string;
  build?: { context: string; dockerfile: string };
  environment?: Record<string, string>;
  secrets?: string[];
  volumes?: string[];
  networks: string[];
  ports?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
}

describe("the compose file, without docker's daemon, which cannot run here", () => {
  const compose = parse(readFileSync(path.join(deploy, "compose.yaml"), "utf8"), { merge: true }) as {
    services: Record<string, Service>;
    secrets: Record<string, { file: string }>;
    volumes: Record<string, null>;
    networks: Record<string, { internal?: boolean; ipam?: { config: { subnet: string }[] } } | null>;
  };
  const services = Object.entries(compose.services);
  const registries = services.filter(([, { image }]) => image === "patchbay-registry");
  const caddy = readFileSync(path.join(deploy, "Caddyfile"), "utf8");

  it("names nothing that is not there", () => {
    expect(services.map(([name]) => name)).toEqual(["registry-1", "registry-2", "database", "proxy"]);
    for (const [name, service] of services) {
      expect(service.restart, name).toBe("unless-stopped");
      for (const secret of service.secrets ?? []) expect(Object.keys(compose.secrets), name).toContain(secret);
      for (const network of service.networks) expect(Object.keys(compose.networks), name).toContain(network);
      for (const other of Object.keys(service.depends_on ?? {})) {
        const { healthcheck, build: built } = compose.services[other]!;
        // Whoever is waited for has to say whether it is well; the registries do so by their image.
        expect(healthcheck ?? built, `${name} waits for ${other}`).toBeDefined();
      }
      for (const volume of service.volumes ?? []) {
        const [from = ""] = volume.split(":");
        if (from.startsWith(".")) expect(existsSync(path.join(deploy, from)), from).toBe(true);
        else expect(Object.keys(compose.volumes), name).toContain(from);
      }
      if (service.build) {
        const context = path.join(deploy, service.build.context);
        expect(context).toBe(`${root}${path.sep}`.replace(/[\\/]$/, ""));
        expect(existsSync(path.join(context, service.build.dockerfile))).toBe(true);
      }
    }
    const folders = registries.map(([, { volumes = [] }]) => volumes.join());
    expect(new Set(folders).size).toBe(registries.length);
    for (const volume of folders) expect(volume.split(":")[1]).toBe(environment.PATCHBAY_DATA);
  });

  it("sets what registries know, with secrets that the script makes once and that fit the database", () => {
    cpSync(path.join(deploy, "make-secrets.sh"), path.join(folder, "make-secrets.sh"));
    const make = () => execFileSync("sh", [path.join(folder, "make-secrets.sh")]);
    const read = (name: string) => readFileSync(path.join(folder, compose.secrets[name]!.file), "utf8").trim();
    make();
    expect(statSync(path.join(folder, "secrets")).mode & 0o777).toBe(0o700);
    const first = Object.keys(compose.secrets).map(read);
    make();
    expect(Object.keys(compose.secrets).map(read)).toEqual(first);
    expect(readFileSync(path.join(root, ".gitignore"), "utf8").split("\n")).toContain("deploy/secrets/");

    const { environment: database = {}, secrets = [] } = compose.services.database!;
    expect(secrets.map((name) => `/run/secrets/${name}`)).toEqual([database.POSTGRES_PASSWORD_FILE]);
    for (const [name, service] of registries) {
      const given = Object.entries(service.environment ?? {}).map(([key, value]) => {
        expect(known.has(key), `${key} of ${name}`).toBe(true);
        const secret = /^\/run\/secrets\/(.+)$/.exec(value)?.[1];
        if (secret === undefined) return [key, value.replace(/\$\{PATCHBAY_HOSTNAME:-(\w+)\}/, "$1")];
        expect(service.secrets, `${key} of ${name}`).toContain(secret);
        return [key, path.join(folder, compose.secrets[secret]!.file)];
      });
      const read = readSettings(Object.fromEntries(given), undefined);
      const url = new URL(read.DATABASE_URL ?? "");
      expect([url.hostname, url.username, url.pathname]).toEqual([
        "database",
        database.POSTGRES_USER,
        `/${database.POSTGRES_DB}`,
      ]);
      expect(url.password).toBe(
        readFileSync(path.join(folder, compose.secrets["database-password"]!.file), "utf8").trim(),
      );
      expect(read.PATCHBAY_SECRET_KEY).toMatch(/^[A-Za-z0-9+/]{43}=$/);
      expect(read.PATCHBAY_PUBLIC_URL).toBe("https://localhost");
    }
  });

  it("lets only the proxy be reached, which knows every registry by its port and is believed by them", () => {
    const open = services.filter(([, { ports }]) => ports !== undefined).map(([name]) => name);
    expect(open).toEqual(["proxy"]);
    const [, upstreams = ""] = /reverse_proxy ([^{]+) \{/.exec(caddy) ?? [];
    expect(upstreams.split(" ")).toEqual(registries.map(([name]) => `${name}:${environment.PATCHBAY_LISTEN_PORT}`));
    expect(caddy).toContain("health_uri /readyz");
    expect(caddy.match(/\{\$(\w+):/)?.[1]).toBe("PATCHBAY_HOSTNAME");
    expect(compose.services.proxy!.environment).toHaveProperty("PATCHBAY_HOSTNAME");
    expect((caddy.match(/\{/g) ?? []).length).toBe((caddy.match(/\}/g) ?? []).length);
    const shared = (one: Service, other: Service) => one.networks.filter((network) => other.networks.includes(network));
    const { proxy, database } = compose.services;
    expect(shared(proxy!, database!)).toEqual([]);
    expect(compose.networks.back?.internal).toBe(true);
    for (const [, registry] of registries) {
      expect(shared(registry, proxy!)).toEqual(["front"]);
      expect(registry.environment?.PATCHBAY_TRUSTED_PROXIES).toBe(compose.networks.front?.ipam?.config[0]?.subnet);
    }
  });
});
