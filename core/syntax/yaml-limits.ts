import type { TreeBuilder } from "./tree-builder.ts";

/** What both ways of reading YAML agree on beyond the language itself. */

/** Aliases are copied where they are used; beyond this many nodes the document is taken for an alias bomb. */
export const MAX_NODES = 400_000;

/** Duplicate keys are problems, and the last one counts. */
export function duplicateYamlKey(name: string, start: number, end: number): [string, string, number, number, "error"] {
  return ["duplicate-key", `The key "${name}" is given twice: remove one of them.`, start, end, "error"];
}
export function reportDuplicate(builder: TreeBuilder, name: string, start: number, end: number): void {
  builder.problem(...duplicateYamlKey(name, start, end));
}
