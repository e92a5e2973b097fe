import { parseJson } from "./json.ts";
import { LiveTree } from "./live-tree.ts";
import type { Reads } from "./reads.ts";
import type { FlatTree, Language } from "./tree.ts";
import { parseYaml } from "./yaml.ts";

function languageOf(path: string): Language {
  return /\.ya?ml$/i.test(path) ? "yaml" : "json";
}

/** Parses a file by its name: `.yaml` and `.yml` as YAML, everything else as JSON. Never throws. */
export function parse(path: string, text: string): FlatTree {
  return languageOf(path) === "yaml" ? parseYaml(text) : parseJson(text);
}

/** The same for a file that is being edited: later changes of the text cost what they change. */
export function parseLive(path: string, text: string, reads: Reads): LiveTree {
  return new LiveTree(text, languageOf(path), reads);
}
