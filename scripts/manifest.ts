/** What commands and views say of themselves, put into package.json by `generate`. */
import { manifest } from "../client/manifest.ts";

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
