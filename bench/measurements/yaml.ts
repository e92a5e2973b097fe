/** Reads the same document three ways: our scanner and the `yaml` package on YAML, our scanner on JSON. In this process. */
import { parseJson } from "../../core/syntax/json.ts";
import { parseYamlByPackage } from "../../core/syntax/yaml-package.ts";
import { scanYaml } from "../../core/syntax/yaml-scanner.ts";
import { printJson, printYaml } from "../inputs/data.ts";
import { fill, SIZES } from "../inputs/generate.ts";
import { swaggerOf } from "../inputs/swagger.ts";
import { round } from "../stats.ts";
import type { Context, Measurement, Section } from "../types.ts";

/** Milliseconds of one reading; the fastest of the rounds, because everything that disturbs makes it slower. */
function fastest(read: () => unknown, rounds: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    read();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function run({ quick, progress }: Context): Promise<Section> {
  progress("reading YAML and JSON");
  const rounds = quick ? 3 : 15;
  const figures = SIZES.filter(({ name }) => name !== "thousand").map((size) => {
    const data = fill(swaggerOf(size.operations), printJson, size.characters);
    const [yaml, json] = [printYaml(data), printJson(data)];
    if (!scanYaml(yaml))
      throw new Error("The scanner leaves this text to the package, so there is nothing to measure.");
    // Small texts are read several times before they count, as they would be in an editor.
    const warm = Math.ceil(4_000_000 / size.characters);
    fastest(() => scanYaml(yaml), warm);
    fastest(() => parseJson(json), warm);
    const scanner = fastest(() => scanYaml(yaml), rounds);
    const jsonScanner = fastest(() => parseJson(json), rounds);
    const byPackage = fastest(() => parseYamlByPackage(yaml), Math.min(rounds, 3));
    const speed = (length: number, time: number): number => round(length / 1000 / time);
    return {
      size: size.name,
      yaml: yaml.length,
      json: json.length,
      scanner: speed(yaml.length, scanner),
      package: speed(yaml.length, byPackage),
      jsonScanner: speed(json.length, jsonScanner),
      packageToScanner: round(byPackage / scanner),
      sameData: round(scanner / jsonScanner),
    };
  });
  return Promise.resolve({
    name: "yaml",
    title: "Reading a text",
    how: "The same data as YAML and as JSON, read whole, in this process and warm; the fastest of several readings.",
    columns: [
      "document",
      "YAML",
      "JSON",
      "our YAML scanner",
      "package yaml",
      "our JSON scanner",
      "package / scanner",
      "YAML / JSON, time for the same data",
    ],
    rows: figures.map((each) => [
      each.size,
      `${Math.round(each.yaml / 1000)} kB`,
      `${Math.round(each.json / 1000)} kB`,
      `${each.scanner} MB/s`,
      `${each.package} MB/s`,
      `${each.jsonScanner} MB/s`,
      `${each.packageToScanner}×`,
      `${each.sameData}×`,
    ]),
    notes: [],
    goals: [],
    data: figures,
  });
}

export default { name: "yaml", run } satisfies Measurement;
