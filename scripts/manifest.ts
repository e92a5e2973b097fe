/** Writes what commands and views say of themselves into package.json; `--check` only compares. */
import fs from "node:fs";
import path from "node:path";
import { manifest } from "../client/manifest.ts";

const file = path.resolve(import.meta.dirname, "..", "package.json");

/** The text that package.json should have. */
export function withManifest(text: string): string {
  const { contributes, ...rest } = manifest();
  const before = JSON.parse(text);
  const { scripts, dependencies, devDependencies, allowScripts, ...head } = before;
  const merged = {
    ...head,
    ...rest,
    contributes: { ...before.contributes, ...contributes },
    scripts,
    dependencies,
    devDependencies,
    allowScripts,
  };
  return `${JSON.stringify(merged, null, 2)}\n`;
}

if (import.meta.main) {
  const text = fs.readFileSync(file, "utf8");
  const wanted = withManifest(text);
  // Layout belongs to the formatter; only the content counts here.
  const same = JSON.stringify(JSON.parse(text)) === JSON.stringify(JSON.parse(wanted));
  if (process.argv.includes("--check")) {
    if (!same) {
      console.error("package.json does not say what commands and views say: run node scripts/manifest.ts.");
      process.exit(1);
    }
  } else if (!same) fs.writeFileSync(file, wanted);
}
