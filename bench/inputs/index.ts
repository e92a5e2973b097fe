/** The documents that are measured: made-up ones always, real ones where they lie beside the repository. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../build.ts";
import type { Data } from "./data.ts";
import { generate, type Language, olderOf, SIZES } from "./generate.ts";
import { companions } from "./swagger.ts";

export interface Input {
  /** `median`, `p90`, `largest` or `thousand`. */
  readonly size: string;
  readonly language: Language;
  readonly real: boolean;
  readonly file: string;
  readonly uri: string;
  readonly text: string;
  /** What was published before. */
  readonly older: string;
  readonly operations: number;
}

/** Not in the project's own cache: the YAML server applies no schema to files below a folder whose name begins with a dot. */
let made: string | undefined;
export function inputFolder(name: string): string {
  if (made === undefined) {
    const own = mkdtempSync(path.join(tmpdir(), "connector-bench-"));
    made = own;
    process.on("exit", () => rmSync(own, { recursive: true, force: true }));
  }
  const folder = path.join(made, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

const corpus = path.resolve(root, "../shared/corpus");
export const hasCorpus = existsSync(path.join(corpus, "dev"));
export const label = ({ size, language, real, text, operations }: Input): string =>
  `${language.toUpperCase()} ${size}${real ? ", real" : ""} (${Math.round(text.length / 1000)} kB, ${operations} operations)`;

/** A made-up document, written where a server finds its neighbours. */
export function madeUp(language: Language, size: string): Input {
  const wanted = SIZES.find(({ name }) => name === size);
  if (!wanted) throw new Error(`There is no size ${size}.`);
  const { text, older } = generate(language, wanted);
  const folder = inputFolder(`town-records-${language}-${size}`);
  const file = path.join(folder, language === "json" ? "apiDefinition.swagger.json" : "town-records.connector.yaml");
  writeFileSync(file, text);
  if (language === "json")
    for (const [name, content] of Object.entries(companions)) writeFileSync(path.join(folder, name), content);
  const { operations } = wanted;
  return { size, language, real: false, file, uri: pathToFileURL(file).href, text, older, operations };
}

/** Names that definitions really have: letter case and spelling vary. */
const DEFINITION = /(?:\.swagger|[\\/]api[-_ ]?defin[a-z]*)\.json$/i;
const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch"]);
const readText = (file: string): string => readFileSync(file, "utf8").replace(/^\ufeff/, "");

/** Files below a folder of the corpus with their sizes, the smallest first. */
function filesOf(folder: string, pattern: RegExp): { file: string; size: number }[] {
  return (readdirSync(path.join(corpus, folder), { recursive: true }) as string[])
    .filter((name) => pattern.test(name))
    .map((name) => path.join(corpus, folder, name))
    .map((file) => ({ file, size: statSync(file).size }))
    .sort((a, b) => a.size - b.size || (a.file < b.file ? -1 : 1));
}

/** The real connector at a share of all by size; the next smaller one where it has no place for all the edits. */
export function realOne(size: "median" | "p90" | "largest"): Input | undefined {
  if (!hasCorpus) return undefined;
  const files = filesOf("dev", DEFINITION);
  const share = { median: 0.5, p90: 0.9, largest: 1 }[size];
  for (let at = Math.min(files.length - 1, Math.floor(files.length * share)); at >= 0; at--) {
    const { file } = files[at] as { file: string };
    const text = readText(file);
    if (!/"type": "string/.test(text) || !/"description": "[^"\n]{3}/.test(text) || !/\n +"operationId/.test(text))
      continue;
    let data: Data;
    try {
      data = JSON.parse(text) as Data;
    } catch {
      continue;
    }
    const operations = Object.values((data.paths ?? {}) as Data)
      .flatMap((item) => Object.keys((item ?? {}) as Data))
      .filter((method) => METHODS.has(method)).length;
    const older = `${JSON.stringify(olderOf(data), null, 2)}\n`;
    return { size, language: "json", real: true, file, uri: pathToFileURL(file).href, text, older, operations };
  }
  return undefined;
}

export interface Batch {
  readonly real: boolean;
  readonly folder: string;
  /** The definitions in it; what peers are given by name. */
  readonly files: readonly { readonly file: string; readonly size: number }[];
}
/** Many connectors in one folder: the real ones, or made-up ones of the sizes that real ones have. */
export function manyConnectors(): Batch {
  if (hasCorpus) {
    const folder = path.join(corpus, "dev");
    return { real: true, folder, files: filesOf("dev", DEFINITION) };
  }
  const folder = inputFolder("many");
  const files: { file: string; size: number }[] = [];
  for (let index = 0; index < 120; index++) {
    const characters = 8_000 + (index % 20) ** 2 * 500;
    const { text } = generate("json", { name: "", operations: Math.ceil(characters / 2600), characters });
    const own = path.join(folder, `connector-${index}`);
    mkdirSync(own, { recursive: true });
    for (const [name, content] of Object.entries(companions)) writeFileSync(path.join(own, name), content);
    const file = path.join(own, "apiDefinition.swagger.json");
    writeFileSync(file, text);
    files.push({ file, size: text.length });
  }
  return { real: false, folder, files };
}

export interface Pair {
  readonly name: string;
  readonly older: string;
  readonly newer: string;
  /** Bytes of both. */
  readonly size: number;
}
/** Versions that followed each other: fifty spread evenly over the sizes, and the largest of all. */
export function pairs(): { real: boolean; many: readonly Pair[]; largest: Pair } {
  const all = hasCorpus ? realPairs() : madeUpPairs();
  const largest = all.at(-1) as Pair;
  const step = all.length / Math.min(50, all.length);
  const many = Array.from({ length: Math.min(50, all.length) }, (_, at) => all[Math.floor((at + 0.5) * step)] as Pair);
  return { real: hasCorpus, many, largest };
}
function realPairs(): Pair[] {
  return filesOf("dev-pairs", /new\.swagger\.json$/)
    .map(({ file, size }) => ({ newer: file, older: file.replace(/new\.swagger\.json$/, "old.swagger.json"), size }))
    .filter(({ older }) => existsSync(older))
    .map((pair) => ({
      ...pair,
      name: path.relative(path.join(corpus, "dev-pairs"), path.dirname(pair.newer)),
      size: pair.size + statSync(pair.older).size,
    }))
    .sort((a, b) => a.size - b.size);
}
function madeUpPairs(): Pair[] {
  const folder = inputFolder("pairs");
  const sizes = Array.from({ length: 50 }, (_, at) => ({
    name: `pair-${at}`,
    operations: 4 + at,
    characters: 8_000 + at * 3000,
  }));
  return [...sizes, { ...SIZES[2]!, name: "pair-largest" }].map(({ name, ...size }) => {
    const { text, older } = generate("json", { name, ...size });
    const pair = {
      name,
      older: path.join(folder, `${name}.old.swagger.json`),
      newer: path.join(folder, `${name}.new.swagger.json`),
    };
    writeFileSync(pair.older, older);
    writeFileSync(pair.newer, text);
    return { ...pair, size: text.length + older.length };
  });
}
