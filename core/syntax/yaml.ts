import type { FlatTree } from "./tree.ts";
import { parseYamlByPackage } from "./yaml-package.ts";
import { scanYaml } from "./yaml-scanner.ts";

/**
 * YAML 1.2 (core schema) into the same node table as JSON. The own scanner reads what people usually write; whatever it leaves
 * alone, and everything malformed, is read by the `yaml` package, member by member where that is possible. Both give the same
 * table, so nothing above may know which.
 */
export function parseYaml(text: string): FlatTree {
  return scanYaml(text, true) ?? parseYamlByPackage(text);
}
