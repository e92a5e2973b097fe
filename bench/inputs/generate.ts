/** Makes the connectors that the bench measures: deterministic, in four sizes, as swagger (JSON) and as definition (YAML). */
import { type Data, type Growing, printJson, printYaml } from "./data.ts";
import { definitionOf } from "./definition.ts";
import { swaggerOf } from "./swagger.ts";

export type Language = "json" | "yaml";
export interface Size {
  readonly name: string;
  readonly operations: number;
  /** Characters that the text has, within two per cent. */
  readonly characters: number;
}
/** Operations and sizes of real connectors: the median, the ninetieth of a hundred, the largest; and one beyond all of them. */
export const SIZES: readonly Size[] = [
  { name: "median", operations: 14, characters: 32_000 },
  { name: "p90", operations: 69, characters: 189_000 },
  { name: "largest", operations: 219, characters: 1_100_000 },
  { name: "thousand", operations: 1000, characters: 2_200_000 },
];

/** Text of a connector, and a slightly different text that was published before it. */
export interface Made {
  readonly text: string;
  readonly older: string;
}

/** Widens the records one property after another until the printed document has the length that is wanted. */
export function fill({ data, records, more }: Growing, print: (data: Data) => string, characters: number): Data {
  // What a property adds is known from a document that has nothing else; printing the whole each time would take minutes.
  const length = (properties: Data): number => print({ a: { b: { properties } } }).length;
  const empty = length({ x: 1 });
  let size = print(data).length;
  for (let index = 0; size < characters; index++) {
    const record = index % records.length;
    const [name, property] = more(Math.floor(index / records.length), record);
    (records[record] as Data)[name] = property;
    size += length({ x: 1, [name]: property }) - empty;
  }
  return data;
}

/** Makes a connector with as many operations, and as long, as the size says. */
export function generate(language: Language, { operations, characters }: Size): Made {
  const print = language === "json" ? printJson : printYaml;
  const data = fill(language === "json" ? swaggerOf(operations) : definitionOf(operations), print, characters);
  return { text: print(data), older: print(olderOf(data)) };
}

/**
 * The version that was published before: the last operation was missing, one was described otherwise, and one parameter was
 * not yet there. Enough for a verdict to have reasons, and as little as between real versions.
 */
export function olderOf(data: Data): Data {
  const copy = structuredClone(data);
  const info = copy.info as Data | undefined;
  if (info) info.version = "1.0.0";
  else copy.version = "1.0.0";
  const group = (copy.paths ?? copy.operations) as Data | undefined;
  const names = Object.keys(group ?? {});
  const last = names.at(-1);
  if (!group || last === undefined || names.length < 2) return copy;
  delete group[last];
  const first = group[names[0] as string] as Data;
  const operation = (copy.paths ? Object.values(first).find((each) => (each as Data)?.responses) : first) as
    | Data
    | undefined;
  if (!operation) return copy;
  operation.description = "Returns what there is.";
  if (Array.isArray(operation.parameters)) operation.parameters.pop();
  else if (operation.parameters) delete (operation.parameters as Data)[Object.keys(operation.parameters).at(-1) ?? ""];
  return copy;
}
