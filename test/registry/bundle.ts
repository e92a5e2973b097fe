/** The shipped bundles, built anew into a temporary folder, so that a stale build never answers for the code. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { type BuildOptions, build } from "esbuild";
import { temporaryFolder } from "./support.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** Bundles the registry, and the command line beside it. */
export async function bundle(): Promise<{ folder: string; registry: string; cli: string }> {
  const folder = temporaryFolder();
  const [registry, cli] = [path.join(folder, "registry.cjs"), path.join(folder, "cli.cjs")];
  const shared = {
    bundle: true,
    platform: "node",
    format: "cjs",
    mainFields: ["module", "main"],
    logLevel: "error",
  } satisfies BuildOptions;
  await build({ ...shared, entryPoints: [path.join(root, "registry/main.ts")], outfile: registry, target: "node22" });
  await build({ ...shared, entryPoints: [path.join(root, "cli/main.ts")], outfile: cli, target: "node20" });
  return { folder, registry, cli };
}

export interface Service {
  child: ChildProcess;
  url: string;
  token: string;
  /** Everything on standard output. */
  stdout: () => string;
  /** Ends it with a signal and waits until it is gone. */
  end: (signal: NodeJS.Signals) => Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts a process and waits for its line. */
export async function startService(
  file: string,
  folder: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Service> {
  const child = spawn(process.execPath, [file, ...args, "--data", folder, "--port", "0"], {
    stdio: ["ignore", "pipe", "pipe"],
    // Suites publish more in a second than people do in a day.
    env: { ...process.env, PATCHBAY_LIMITS: "off", ...env },
  });
  let stdout = "";
  let stderr = "";
  child.stderr.on("data", (data) => {
    stderr += data;
  });
  const gone = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once("exit", (code, signal) => resolve({ code, signal })),
  );
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (data) => {
      stdout += data;
      const line = /^Registry listening at (\S+)\n/.exec(stdout);
      if (line) resolve(line[1]!);
    });
    void gone.then(({ code }) => reject(new Error(`it ended with ${code}: ${stderr}`)));
  });
  let token: string;
  try {
    token = readFileSync(path.join(folder, "admin-token"), "utf8").trim();
  } catch (error) {
    // Another process has made the token; nobody can ask this one anything, and it must not outlive the tests.
    child.kill("SIGKILL");
    throw error;
  }
  return {
    child,
    url,
    token,
    stdout: () => stdout,
    end: (signal) => {
      child.kill(signal);
      return gone;
    },
  };
}

/** Runs a process to its end. */
export function run(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd = root,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], {
      env: { ...process.env, ...env },
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (data) => {
      stdout += data;
    });
    child.stderr.on("data", (data) => {
      stderr += data;
    });
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
}
