/** `npm run package`: builds and makes the .vsix; prints where it lies and how large it is. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { buildAll } from "./host/build.ts";

const root = path.resolve(import.meta.dirname, "..");
const vsce = "@vscode/vsce@4.1.0";

/** Makes the package; gives its path. The packager is fetched when needed, since it weighs more than all else together. */
export function makePackage(out?: string, quiet = false): string {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  const file = out ?? path.join(root, `${name}-${version}.vsix`);
  const windows = process.platform === "win32";
  const stdio: ["ignore", "ignore" | "inherit", "inherit"] = ["ignore", quiet ? "ignore" : "inherit", "inherit"];
  const options = { cwd: root, stdio, shell: windows };
  buildAll();
  const packed = spawnSync(
    windows ? "npx.cmd" : "npx",
    [
      "--yes",
      vsce,
      "package",
      "--no-dependencies",
      "--skip-license",
      "--allow-missing-repository",
      "--no-rewrite-relative-links",
      "--out",
      file,
    ],
    options,
  );
  if (packed.status !== 0) throw new Error("The package could not be made; see the messages above.");
  return file;
}

if (import.meta.main)
  try {
    const file = makePackage(process.argv[2]);
    console.log(`${path.relative(process.cwd(), file)}: ${Math.round(fs.statSync(file).size / 1024)} kB`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
