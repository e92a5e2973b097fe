/** Starts and stops the VS Code server of `layout.ts` on loopback, with a data folder of its own that goes away with it. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { HostInstall } from "./layout.ts";

export interface HostServerOptions {
  install: HostInstall;
  /** Settings beyond the quiet ones below. */
  settings?: Record<string, unknown>;
  /** Folder of installed extensions; without it there are none but the built-in ones. */
  extensions?: string;
  /** Environment of the extension host. */
  env?: Record<string, string>;
  /** The driver lets the page run a test suite; with it, notifications are not shown. */
  driver?: boolean;
  /** With trust enabled a folder opens in restricted mode until somebody trusts it. */
  workspaceTrust?: boolean;
  port?: number;
}

export interface HostServer {
  port: number;
  /** Data folder of this run; logs are in `data/logs`. */
  data: string;
  startMilliseconds: number;
  output(): string;
  stop(): Promise<void>;
}

/** Nothing that moves by itself, asks, updates, or writes to files that a test looks at. */
const quiet = {
  "telemetry.telemetryLevel": "off",
  "workbench.startupEditor": "none",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "chat.disableAIFeatures": true,
  "files.autoSave": "off",
  "git.enabled": false,
  "security.workspace.trust.startupPrompt": "never",
};

const startLimit = 30_000;
const stopLimit = 4_000;

/** Starts the server and resolves when it listens. */
export async function startHostServer(options: HostServerOptions): Promise<HostServer> {
  const { install, settings = {}, extensions, env = {}, driver = false, workspaceTrust = false, port = 0 } = options;
  const data = fs.mkdtempSync(path.join(os.tmpdir(), "patchbay-host-"));
  // The user's settings live on the server here and count for the page, the machine's count for the extension host.
  for (const scope of ["User", "Machine"]) {
    fs.mkdirSync(path.join(data, "data", scope), { recursive: true });
    fs.writeFileSync(path.join(data, "data", scope, "settings.json"), JSON.stringify({ ...quiet, ...settings }));
  }
  const args = [
    path.join(install.vscode, "out/server-main.js"),
    ...["--host", "127.0.0.1", "--port", String(port), "--without-connection-token", "--accept-server-license-terms"],
    ...["--telemetry-level", "off", "--server-data-dir", data, "--log", "info"],
    ...(workspaceTrust ? [] : ["--disable-workspace-trust"]),
    ...(driver ? ["--enable-smoke-test-driver"] : []),
    ...(extensions ? ["--extensions-dir", extensions] : []),
  ];
  const started = performance.now();
  const { VSCODE_IPC_HOOK_CLI: _hook, ...inherited } = process.env;
  const child = spawn(install.node, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...inherited, EXTENSIONS_GALLERY: "{}", ...env },
  });
  let output = "";
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const hard = setTimeout(() => child.kill("SIGKILL"), stopLimit);
      await gone;
      clearTimeout(hard);
    }
    fs.rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const listening = await new Promise<number>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`VS Code did not start within 30 s:\n${output}`)), startLimit);
      const read = (chunk: Buffer) => {
        output += chunk;
        const match = /Web UI available at https?:\/\/[^:\s]+:(\d+)/.exec(output);
        if (!match) return;
        clearTimeout(late);
        resolve(Number(match[1]));
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.once("error", reject);
      child.once("exit", (code) => {
        clearTimeout(late);
        reject(
          new Error(
            /EADDRINUSE/.test(output)
              ? `Port ${port} is taken. Choose another one with --port.`
              : `VS Code ended with code ${code} while starting:\n${output}`,
          ),
        );
      });
    });
    const startMilliseconds = performance.now() - started;
    return { port: listening, data, startMilliseconds, output: () => output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Makes an extensions folder that holds the repository itself, as if installed; VS Code picks it up at its first start. */
export function linkExtension(root: string, folder: string): string {
  const { publisher, name, version } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  fs.mkdirSync(folder, { recursive: true });
  fs.symlinkSync(root, path.join(folder, `${publisher}.${name}-${version}`), "junction");
  return folder;
}

/** Tests and demonstrations edit files, so they work on a copy. */
export function copyWorkspace(from: string): { folder: string; remove(): void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "patchbay-workspace-"));
  fs.cpSync(from, folder, { recursive: true });
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}
