/** Starts the registry that comes with the extension, on a Node that has a database built in. */
import { execFile, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import * as vscode from "vscode";
import { Sentence } from "./errors.ts";
import type { LocalRegistry } from "./ports.ts";
import { connectRegistry } from "./registry.ts";

const usualPort = 4870;
const startLimit = 20_000;

interface Runtime {
  command: string;
  env: NodeJS.ProcessEnv;
}

const probe = ["-e", "require('node:sqlite'); process.stdout.write('fine')"];

/** The first Node that has `node:sqlite`: the one of the settings, VS Code's own, or the one on PATH. */
async function findRuntime(): Promise<Runtime> {
  const wanted = vscode.workspace.getConfiguration("patchbay").get<string>("nodePath")?.trim();
  const env = { ...process.env };
  const own: Runtime = { command: process.execPath, env: { ...env, ELECTRON_RUN_AS_NODE: "1" } };
  const candidates = wanted ? [{ command: wanted, env }] : [own, { command: "node", env }];
  for (const runtime of candidates)
    try {
      const { stdout } = await promisify(execFile)(runtime.command, probe, { env: runtime.env, timeout: 10_000 });
      if (stdout === "fine") return runtime;
    } catch {
      // Too old, or not there at all; the next candidate may do.
    }
  throw new Sentence(
    wanted
      ? `${wanted} cannot run the registry: it is no Node 22.13 or later.`
      : "The registry needs Node 22.13 or later. Install it, or name it in the setting patchbay.nodePath.",
    { title: "Open Setting", command: "workbench.action.openSettings", arguments: ["patchbay.nodePath"] },
  );
}

function readToken(data: string): string | undefined {
  try {
    return fs.readFileSync(path.join(data, "admin-token"), "utf8").trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Another window may have started it: then it wrote its address into the folder, and takes the token that lies there too. */
async function running(data: string): Promise<{ url: string; token: string } | undefined> {
  const token = readToken(data);
  if (!token) return undefined;
  try {
    const url = fs.readFileSync(path.join(data, "address"), "utf8").trim();
    await connectRegistry({ name: "Local", url }, token).whoami();
    return { url, token };
  } catch {
    return undefined;
  }
}

/** The local registry of this window; its data stays in the extension's storage. */
export function createLocalRegistry(context: vscode.ExtensionContext): LocalRegistry {
  const data = path.join(context.globalStorageUri.fsPath, "registry");
  let started: { url: string; token: string } | undefined;

  const launch = async ({ command, env }: Runtime, port: number): Promise<string> => {
    const script = context.asAbsolutePath("dist/registry.cjs");
    const args = ["--data", data, "--host", "127.0.0.1", "--port", String(port)];
    const child = spawn(command, [script, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
    context.subscriptions.push({ dispose: () => child.kill() });
    child.once("exit", () => {
      started = undefined;
    });
    let output = "";
    return new Promise<string>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Sentence("The local registry did not start within 20 seconds.")),
        startLimit,
      );
      const finish = () => clearTimeout(late);
      const read = (chunk: Buffer) => {
        output += chunk;
        const match = /Registry listening at (\S+)/.exec(output);
        if (!match) return;
        finish();
        resolve(match[1]!);
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.once("error", (error) => {
        finish();
        reject(error);
      });
      child.once("exit", () => {
        finish();
        reject(new Sentence(output.trim().split("\n").pop() || "The local registry ended while starting."));
      });
    });
  };

  return {
    async start() {
      if (started) return started;
      await fs.promises.mkdir(data, { recursive: true });
      const other = await running(data);
      if (other) return other;
      const runtime = await findRuntime();
      let url: string;
      try {
        url = await launch(runtime, usualPort);
      } catch (error) {
        // Somebody else has the usual port: any free one will do, since the address is written to the settings.
        if (!(error instanceof Error) || !/port|EADDRINUSE/i.test(error.message)) throw error;
        url = await launch(runtime, 0);
      }
      const token = readToken(data);
      if (!token) throw new Sentence("The local registry runs, but its token could not be read.");
      started = { url, token };
      return started;
    },
  };
}
