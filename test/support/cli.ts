import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "./paths.ts";

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a person would. */
export function patchbay(
  args: readonly string[],
  options: { cwd?: string; input?: string; env?: Record<string, string> } = {},
): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, "dist/cli.cjs"), ...args], {
      cwd: options.cwd ?? root,
      // Whoever runs the tests may be signed in somewhere; that is none of their business.
      env: { ...process.env, PATCHBAY_CONFIG_DIR: path.join(root, ".cache/no-sign-ins"), ...options.env },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
    child.stdin.end(options.input ?? "");
  });
}
