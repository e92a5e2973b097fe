/**
 * Compares pairs of versions with one tool, one after another, and writes a line for each: what it took and what came out. It is
 * a process of its own, so that a tool that never comes back can be ended.
 * Arguments: the tool, a file of it (nothing for ours), a JSON list of pairs, the number of the first pair.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { compareConnectors, readConnector } from "../../core/engine.ts";

export interface DiffLine {
  readonly index: number;
  readonly cpu: number;
  readonly wall: number;
  /** Something of the answer, so that an empty one is noticed. */
  readonly answer: string;
  readonly failed?: string;
}
type Compare = (older: string, newer: string, name: string) => unknown;

async function compareWith(tool: string, file: string): Promise<Compare> {
  if (tool === "ours")
    return (older, newer, name) => {
      const read = (text: string, folder: string) =>
        readConnector([{ path: `${folder}/${name}`, text }], { folder: false });
      const { bump, changes } = compareConnectors(read(older, "old"), read(newer, "new"));
      return `${bump}, ${changes.length} changes`;
    };
  if (tool === "api-smart-diff") {
    const { apiCompare } = (await import(pathToFileURL(file).href)) as {
      apiCompare: (before: unknown, after: unknown) => { diffs: unknown[] };
    };
    return (older, newer) => `${apiCompare(JSON.parse(older), JSON.parse(newer)).diffs.length} differences`;
  }
  const { diffSpecs } = createRequire(import.meta.url)(file) as {
    diffSpecs: (options: object) => Promise<Record<string, unknown[] | boolean>>;
  };
  return async (older, newer) => {
    const spec = (content: string, location: string): object => ({ content, location, format: "swagger2" });
    const result = await diffSpecs({ sourceSpec: spec(older, "old.json"), destinationSpec: spec(newer, "new.json") });
    return `${Object.values(result).reduce((sum: number, list) => sum + (Array.isArray(list) ? list.length : 0), 0)} differences`;
  };
}

const [tool = "ours", file = "", list = "", first = "0"] = process.argv.slice(2);
const pairs = JSON.parse(readFileSync(list, "utf8")) as { older: string; newer: string }[];
const compare = await compareWith(tool, file);
const read = (name: string): string => readFileSync(name, "utf8").replace(/^\ufeff/, "");
for (let index = Number(first); index < pairs.length; index++) {
  const pair = pairs[index] as { older: string; newer: string };
  const [older, newer] = [read(pair.older), read(pair.newer)];
  const before = process.cpuUsage();
  const start = performance.now();
  let outcome: { answer: string; failed?: string };
  try {
    outcome = { answer: String(await compare(older, newer, path.basename(pair.newer))) };
  } catch (error) {
    outcome = { answer: "", failed: (error instanceof Error ? error.message : String(error)).slice(0, 200) };
  }
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  const line: DiffLine = { index, cpu: (user + system) / 1000, wall, ...outcome };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
