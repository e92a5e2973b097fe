/** `npm run check`: types of every folder, lint and formatting, unused code, generated files. Prints what fails and goes on. */
import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const bin = (name: string): string => path.join(root, "node_modules", ".bin", name);
const node = [process.execPath, "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON"];

export const checks: readonly { readonly name: string; readonly command: readonly string[] }[] = [
  { name: "types", command: [bin("tsc"), "-b"] },
  { name: "lint and format", command: [bin("biome"), "check", "--error-on-warnings", "--reporter=summary"] },
  { name: "unused files, exports and dependencies", command: [bin("knip")] },
  { name: "generated files", command: [...node, path.join(root, "scripts", "generate.ts"), "--check"] },
];

/** Runs one check; true when it passed. */
export function runCheck({ name, command }: (typeof checks)[number]): boolean {
  const [program, ...args] = command as [string, ...string[]];
  const { status } = spawnSync(program, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  process.stdout.write(`${status === 0 ? "ok  " : "FAIL"} ${name}\n`);
  return status === 0;
}

if (import.meta.main) process.exit(checks.map(runCheck).every(Boolean) ? 0 : 1);
