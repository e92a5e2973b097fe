import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");
/** Real connectors as test data; they are not part of the project and may be absent. */
export const corpus = path.resolve(root, "../shared/corpus");
export const hasCorpus = existsSync(corpus);
export const noCorpus = "the corpus of real connectors is not beside the repository";

/** Every file below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
