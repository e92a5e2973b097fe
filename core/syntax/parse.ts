import { parseJson } from "./json.ts";
import type { Tree } from "./tree.ts";
import { parseYaml } from "./yaml.ts";

/** Parses a file by its name: `.yaml` and `.yml` as YAML, everything else as JSON. Never throws. */
export function parse(path: string, text: string): Tree {
  return /\.ya?ml$/i.test(path) ? parseYaml(text) : parseJson(text);
}
