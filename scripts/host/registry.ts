/** Starts the built registry on a data folder of its own and waits until it answers. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const startLimit = 20_000;

export interface RunningRegistry {
  url: string;
  token: string;
  data: string;
  stop(): Promise<void>;
}

/**
 * Starts dist/registry.cjs on any free port. Without `data` it gets a temporary folder that goes away with it. Gives nothing
 * when the registry was not built.
 */
export async function startRegistry(
  options: { data?: string; env?: Record<string, string> } = {},
): Promise<RunningRegistry | undefined> {
  const script = path.join(root, "dist/registry.cjs");
  if (!fs.existsSync(script)) return undefined;
  const data = options.data ?? fs.mkdtempSync(path.join(os.tmpdir(), "patchbay-registry-"));
  const child = spawn(process.execPath, [script, "--data", data, "--host", "127.0.0.1", "--port", "0"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...options.env },
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
    }
    if (!options.data) fs.rmSync(data, { recursive: true, force: true });
  };
  let output = "";
  try {
    const url = await new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`The registry did not start:\n${output}`)), startLimit);
      const read = (chunk: Buffer) => {
        output += chunk;
        const match = /Registry listening at (\S+)/.exec(output);
        if (!match) return;
        clearTimeout(late);
        resolve(match[1]!);
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.once("error", reject);
      child.once("exit", (code) => {
        clearTimeout(late);
        reject(new Error(`The registry ended with code ${code} while starting:\n${output}`));
      });
    });
    const token = fs.readFileSync(path.join(data, "admin-token"), "utf8").trim();
    return { url, token, data, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
