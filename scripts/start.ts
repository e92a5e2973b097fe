/**
 * `npm start`: everything that is needed to try Patchbay. Builds, starts a local registry with three example connectors, and opens
 * VS Code on a copy of the examples: the desktop one where `code` is on the PATH, otherwise one in the browser.
 *
 *   --web        in the browser, even where there is a desktop VS Code
 *   --port N     port of VS Code in the browser (3100; any free one if that is taken)
 *   --check      starts, waits until the page answers, and stops; for tests
 */
import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildAll } from "./host/build.ts";
import { layOut } from "./host/layout.ts";
import { type RunningRegistry, startRegistry } from "./host/registry.ts";
import { seedRegistry } from "./host/seed.ts";
import { type HostServer, linkExtension, startHostServer } from "./host/server.ts";
import { remotePath } from "./host/workbench.ts";

const root = path.resolve(import.meta.dirname, "..");
const args = process.argv.slice(2);
const usualPort = 3100;

function option(name: string): string | undefined {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at < 0) return undefined;
  return args[at]!.includes("=") ? args[at]!.slice(name.length + 1) : (args[at + 1] ?? "");
}

function desktop(): string | undefined {
  if (args.includes("--web") || args.includes("--check")) return undefined;
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  const names = ["code", "code-insiders", "codium"].flatMap((name) =>
    process.platform === "win32" ? [`${name}.cmd`] : [name],
  );
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => fs.existsSync(file));
}

const closing: (() => unknown)[] = [];
let closed: Promise<void> | undefined;

/** Stops everything, the newest first; a second call waits for the first one. */
function close(): Promise<void> {
  closed ??= (async () => {
    for (const step of closing.reverse()) await Promise.resolve(step()).catch(() => {});
  })();
  return closed;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => void close().then(() => process.exit(0)));

async function main(): Promise<void> {
  const started = performance.now();
  buildAll();

  const base = fs.mkdtempSync(path.join(os.tmpdir(), "patchbay-start-"));
  closing.push(() => fs.rmSync(base, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  const workspace = path.join(base, "connectors");
  copyExamples(workspace);

  const registry = await startRegistry({ data: path.join(base, "registry") });
  if (!registry) throw new Error("The registry was not built, so there is nothing to publish to.");
  closing.push(() => registry.stop());
  const seeded = await seedRegistry(registry.url, registry.token, new Date(), (text) => console.log(text));
  const versions = seeded.reduce((sum, one) => sum + one.versions.length, 0);
  console.log(`Registry:   ${registry.url} (${seeded.length} example connectors, ${versions} versions)`);

  const code = desktop();
  if (code) await openDesktop(code, base, workspace, registry);
  else await openBrowserHost(base, workspace, registry);
  console.log(`Workspace:  ${workspace} (a copy of the examples)`);
  console.log(`Ready after ${((performance.now() - started) / 1000).toFixed(1)} s. Ctrl-C stops everything.`);
}

/** The examples without their history, which is in the registry. */
function copyExamples(workspace: string): void {
  const from = path.join(root, "examples");
  fs.mkdirSync(workspace, { recursive: true });
  if (!fs.existsSync(from)) return;
  fs.cpSync(from, workspace, { recursive: true, filter: (file) => path.relative(from, file) !== "history" });
}

function settingsFor(registry: RunningRegistry): Record<string, unknown> {
  return { "patchbay.registries": [{ name: "Examples", url: registry.url }], "patchbay.registry": "Examples" };
}

/** The token goes by the environment, so it stands in no settings file. */
function environmentFor(registry: RunningRegistry): Record<string, string> {
  return { PATCHBAY_REGISTRY: registry.url, PATCHBAY_TOKEN: registry.token };
}

async function openDesktop(code: string, base: string, workspace: string, registry: RunningRegistry): Promise<void> {
  // A profile of its own: a window of an instance that runs already would not see the environment, and nobody's settings change.
  const profile = path.join(base, "profile");
  fs.mkdirSync(path.join(profile, "User"), { recursive: true });
  const settings = { ...settingsFor(registry), "workbench.startupEditor": "none", "telemetry.telemetryLevel": "off" };
  fs.writeFileSync(path.join(profile, "User", "settings.json"), JSON.stringify(settings, null, 2));
  const child: ChildProcess = spawn(
    code,
    ["--new-window", "--wait", "--disable-workspace-trust", "--skip-welcome", "--user-data-dir", profile].concat(
      `--extensionDevelopmentPath=${root}`,
      workspace,
      firstFile(workspace) ?? [],
    ),
    {
      stdio: "inherit",
      shell: process.platform === "win32",
      env: { ...process.env, ...environmentFor(registry) },
    },
  );
  closing.push(() => child.kill());
  child.once("exit", () => void close().then(() => process.exit(0)));
  console.log(`VS Code:    ${code}`);
}

async function openBrowserHost(base: string, workspace: string, registry: RunningRegistry): Promise<void> {
  const install = await layOut("current", (text) => console.log(text));
  const extensions = linkExtension(root, path.join(base, "extensions"));
  const start = (port: number): Promise<HostServer> =>
    startHostServer({
      install,
      extensions,
      port,
      settings: settingsFor(registry),
      env: environmentFor(registry),
    });
  const wanted = option("--port");
  if (wanted !== undefined && !/^\d{1,5}$/.test(wanted)) throw new Error("--port needs a number.");
  let host: HostServer;
  if (wanted !== undefined) host = await start(Number(wanted));
  else if (args.includes("--check")) host = await start(0);
  else host = await start(usualPort).catch(() => start(0));
  closing.push(() => host.stop());
  const address = `http://127.0.0.1:${host.port}/?folder=${encodeURIComponent(workspace)}`;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`VS Code answered with status ${response.status}.`);
  const first = firstFile(workspace);
  const payload = first ? [["openFile", remotePath(host.port, first)]] : [];
  console.log(`VS Code:    ${address}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
}

/** The connector that one looks at first. */
function firstFile(workspace: string): string | undefined {
  const name = fs
    .readdirSync(workspace)
    .sort()
    .find((file) => file.endsWith(".connector.yaml"));
  return name && path.join(workspace, name);
}

try {
  await main();
  if (args.includes("--check")) {
    await close();
    process.exit(0);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await close();
  process.exit(1);
}
