/** Builds dist/ before something is run from it. */
import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** Bundles all entries; throws when one of them cannot be built. */
export function buildAll(): void {
  const { status } = spawnSync(process.execPath, [path.join(root, "esbuild.js")], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error("The build failed; see the messages above.");
}
