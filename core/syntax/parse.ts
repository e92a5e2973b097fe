import { parseJson } from "./json.ts";
import type { FlatTree } from "./tree.ts";
import { parseYaml } from "./yaml.ts";

/** Parses a file by its name: `.yaml` and `.yml` as YAML, everything else as JSON. Never throws. */
export function parse(path: string, text: string): FlatTree {
  return /\.ya?ml$/i.test(path) ? parseYaml(text) : parseJson(text);
}
