/**
 * Reads the same document three ways in one run: our scanner and the `yaml` package on YAML, our scanner on JSON. Ratios are
 * what counts; absolute figures follow the machine. Run with `node bench/yaml.ts [file.json]`; the file's operations are
 * repeated or cut until the text has the sizes below. Without a file a made-up document is used.
 */
import { readFileSync } from "node:fs";
import { stringify } from "yaml";
import { parseJson } from "../core/syntax/json.ts";
import { parseYamlByPackage } from "../core/syntax/yaml-package.ts";
import { scanYaml } from "../core/syntax/yaml-scanner.ts";

/** Characters of YAML text: a median, a large and the largest connector. */
const SIZES = [32_000, 189_000, 1_100_000];
const ROUNDS = 15;

type Data = Record<string, unknown>;

function operation(index: number): Data {
  return {
    get: {
      operationId: `ListItems${index}`,
      summary: `List the items of shelf ${index}`,
      description: `Returns every item of shelf ${index}: those on loan too, newest first, a page at a time.\nNeeds the scope "items.read".`,
      "x-ms-visibility": "important",
      parameters: ["shelf", "page", "size"].map((name, at) => ({
        name,
        in: at ? "query" : "path",
        required: at === 0,
        type: at ? "integer" : "string",
        default: at ? at * 10 : "main",
        "x-ms-summary": `The ${name}`,
      })),
      responses: {
        "200": { description: "OK", schema: { type: "array", items: { $ref: `#/definitions/Item${index}` } } },
        "404": { description: "No such shelf" },
      },
    },
  };
}

/** The file's paths, or made-up ones, as many as it takes. */
function documentOf(size: number, source: Data | undefined): Data {
  const paths = Object.entries((source?.paths as Data | undefined) ?? {});
  const all: Data = {};
  let length = 0;
  for (let index = 0; length < size; index++) {
    const given = paths.length ? (paths[index % paths.length] as [string, unknown]) : undefined;
    const path = `${given?.[0] ?? "/shelves/{shelf}/items"}${index >= paths.length ? `/${index}` : ""}`;
    const value = given?.[1] ?? operation(index);
    all[path] = value;
    length += stringify({ paths: { [path]: value } }, { lineWidth: 0 }).length;
  }
  return { swagger: "2.0", info: { title: "Shelves", version: "1.0" }, paths: all };
}

/** Milliseconds of one reading; the fastest of the rounds, because everything that disturbs makes it slower. */
function measure(read: () => unknown, rounds: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    read();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const file = process.argv[2];
const source = file ? (JSON.parse(readFileSync(file, "utf8").replace(/^\ufeff/, "")) as Data) : undefined;
console.log(
  `node ${process.version}, ${file ? "operations of the given file" : "a made-up document"}; best of ${ROUNDS}`,
);
console.log(
  "      YAML        JSON |     scanner |     package | JSON scanner | package/scanner | scanner/JSON per MB",
);
for (const size of SIZES) {
  const data = documentOf(size, source);
  const yaml = stringify(data, { lineWidth: 0, aliasDuplicateObjects: false });
  const json = JSON.stringify(data, null, 2);
  if (!scanYaml(yaml)) throw new Error("The scanner leaves this text to the package, so there is nothing to measure.");
  // Small texts are read several times before they count, as they would be in an editor.
  const warm = Math.ceil(4_000_000 / size);
  measure(() => scanYaml(yaml), warm);
  measure(() => parseJson(json), warm);
  const scanner = measure(() => scanYaml(yaml), ROUNDS);
  const jsonScanner = measure(() => parseJson(json), ROUNDS);
  const byPackage = measure(() => parseYamlByPackage(yaml), Math.max(3, Math.min(ROUNDS, Math.ceil(1_000_000 / size))));
  const speed = (length: number, time: number): string => `${(length / 1000 / time).toFixed(1)} MB/s`;
  console.log(
    [
      `${Math.round(yaml.length / 1000)} kB`.padStart(10),
      ` ${Math.round(json.length / 1000)} kB`.padStart(12),
      ` | ${speed(yaml.length, scanner).padStart(11)}`,
      ` | ${speed(yaml.length, byPackage).padStart(11)}`,
      ` | ${speed(json.length, jsonScanner).padStart(12)}`,
      ` | ${(byPackage / scanner).toFixed(0).padStart(14)}×`,
      ` | ${(scanner / yaml.length / (jsonScanner / json.length)).toFixed(2)}× (time for the same data: ${(scanner / jsonScanner).toFixed(2)}×)`,
    ].join(""),
  );
}
