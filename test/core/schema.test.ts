import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { entitiesOf } from "../../core/checklist/entities.ts";
import { rules } from "../../core/checklist/generated.ts";
import { patternWords, structureProblems } from "../../core/checklist/structure.ts";
import { readConnector } from "../../core/model/read.ts";
import { problemsOf, type SchemaProblem } from "../../core/model/schema-check.ts";
import type { SchemaNode } from "../../core/model/schema-table.ts";
import { apiDefinition } from "../../core/model/schemas/apiDefinition.generated.ts";
import { apiProperties } from "../../core/model/schemas/apiProperties.generated.ts";
import { connector } from "../../core/model/schemas/connector.generated.ts";
import { Item } from "../../core/syntax/item.ts";
import { parse } from "../../core/syntax/parse.ts";
import type { SourceFile } from "../../core/syntax/source.ts";
import { Kind } from "../../core/syntax/tree.ts";
import { compileSchema, sources } from "../../scripts/schemas.ts";
import { readExample } from "../support/examples.ts";
import { corpus, filesBelow, hasCorpus, noCorpus, root } from "../support/paths.ts";

if (!hasCorpus) process.stderr.write(`Skipped with real connectors: ${noCorpus}.\n`);

const tables: Readonly<Record<string, Readonly<Record<string, SchemaNode>>>> = {
  connector,
  apiDefinition,
  apiProperties,
};
const schemaOf = (name: string): Readonly<Record<string, unknown>> & { properties: object } =>
  JSON.parse(readFileSync(path.join(root, `schemas/${name}.schema.json`), "utf8"));

/** Random numbers that are the same in every run. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function itemOf(name: string, text: string): Item {
  const file: SourceFile = { path: name, text, role: "definition", tree: parse(name, text) };
  return Item.root(file);
}
/** The value as JSON has it: what the text leaves out is `null`. */
function dataOf(item: Item): unknown {
  if (item.isArray) return item.children().map(dataOf);
  if (item.isObject) return Object.fromEntries(item.children().map((child) => [child.key, dataOf(child)]));
  return item.kind === Kind.missing ? null : item.scalar;
}
/** A text that says what JSON can say: without syntax problems and names that are given twice. */
const isJson = (item: Item): boolean => item.exists && !item.file.tree?.problems.length;

/** Texts of the examples, of what the rules complain about, and of real connectors, by the schema that they should follow. */
function textsFor(name: string): [string, string][] {
  const folders = [path.join(root, "examples"), ...(hasCorpus ? [path.resolve(corpus, ".."), corpus] : [])];
  const fits = (file: string): boolean =>
    name === "connector"
      ? /\.connector\.(?:yaml|json)$/.test(file)
      : name === "apiProperties"
        ? /apiProperties\.json$/i.test(file)
        : /swagger\.json$/.test(file);
  const files = [...new Set(folders.flatMap(filesBelow))].filter(fits);
  const step = name === "apiDefinition" ? 20 : name === "apiProperties" ? 4 : 1;
  const own = rules.flatMap((rule) =>
    [...rule.examples.bad, ...rule.examples.good].flatMap((text) => readExample(text, rule.families[0]!).files),
  );
  return [
    ...files
      .filter((_, index) => index % step === 0)
      .map((file): [string, string] => [file, readFileSync(file, "utf8").replace(/^\ufeff/, "")]),
    ...own.filter((file) => fits(file.path)).map(({ path: file, text }): [string, string] => [file, text]),
  ];
}

/** Values that are right in one place or another, and such as are right nowhere. */
const VALUES: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    1,
    -1,
    1.5,
    429,
    999999,
    "",
    "none",
    "page",
    "cursor",
    "string",
    "GET",
    "/a",
    "https://a.b",
  ],
  ...["1.0.0", "a.svg", "oauth2", "authorization_code", "timeout", "ä🎈", "x".repeat(81), "🎈".repeat(80)],
  ...[
    [],
    {},
    [1, 1],
    ["a", "a"],
    [
      { a: 1, b: [] },
      { b: [], a: 1 },
    ],
    { type: "none" },
    { source: "a" },
    { "x-a": 1 },
  ],
];
const KEYS = [
  "x-own",
  "own",
  "Own Key",
  "constructor",
  "type",
  "api_key",
  "oauth2",
  "body",
  "body_file",
  "1.0.0",
  "items",
];

type Box = Record<string, unknown>;
/** A copy in which one thing somewhere was dropped, replaced, added, emptied or repeated. */
function mutated(data: unknown, random: (below: number) => number): unknown {
  const copy = structuredClone({ root: data });
  const places: [Box, string][] = [];
  const collect = (box: Box): void => {
    for (const [key, value] of Object.entries(box)) {
      places.push([box, key]);
      if (typeof value === "object" && value !== null) collect(value as Box);
    }
  };
  collect(copy);
  const [box, key] = places[random(places.length)] as [Box, string];
  const value = box[key];
  const any = structuredClone(VALUES[random(VALUES.length)]);
  const isRoot = box === (copy as Box);
  switch (random(5)) {
    case 0:
      if (isRoot) box[key] = any;
      else if (Array.isArray(box)) box.splice(Number(key), 1);
      else delete box[key];
      break;
    case 1:
      box[key] = any;
      break;
    case 2:
      if (Array.isArray(value)) value.push(any);
      else if (typeof value === "object" && value) (value as Box)[KEYS[random(KEYS.length)] as string] = any;
      else box[key] = String(value);
      break;
    case 3:
      box[key] = Array.isArray(value) ? [] : typeof value === "object" ? {} : typeof value === "number" ? 0 : "";
      break;
    default:
      if (Array.isArray(value) && value.length) value.push(structuredClone(value[0]));
      else box[key] = [value];
  }
  return copy.root;
}

const show = ({ wrong, item, key }: SchemaProblem): string => `${wrong} ${item.pointer} ${key ?? ""}`;

describe.each(sources)("the tables of $name", (source) => {
  const { name } = source;
  const table = tables[name] as Readonly<Record<string, SchemaNode>>;
  const schema = schemaOf(name);
  const ajv = new Ajv({ strict: false });
  ajv.addSchema(schema, name);
  const pointers: [string, string][] = [
    ...Object.entries(source.entries),
    ...Object.keys(schema.properties).map((key): [string, string] => [key, `/properties/${key}`]),
    ["document", ""],
  ];
  const entries = pointers.map(([entry, pointer]) => ({
    entry,
    node: table[entry] as SchemaNode,
    allows: ajv.getSchema(`${name}#${pointer}`)!,
  }));
  const texts = textsFor(name);

  it("have an entry for everything that is checked alone", () => {
    expect(Object.keys(table).sort()).toEqual(pointers.map(([entry]) => entry).sort());
  });

  /** What the tables and ajv say otherwise about values of a text; values down to a depth are tried with every entry. */
  function differences(text: string, item: Item, depth: number, counted: { valid: number; invalid: number }): string[] {
    const found: string[] = [];
    const compare = (value: Item, data: unknown, left: number): void => {
      for (const { entry, node, allows } of entries) {
        const problems = problemsOf(node, value);
        const valid = allows(data);
        counted[valid ? "valid" : "invalid"]++;
        if (valid !== (problems.length === 0))
          found.push(`${entry} at ${value.pointer}: ${valid ? problems.map(show) : ajv.errorsText(allows.errors)}`);
        for (const { item: at, wrong, key } of problems) {
          const { start, end } = at.place;
          if (!at.exists || start < 0 || end > text.length || (start === end && at.kind !== Kind.missing))
            found.push(`${entry}: ${wrong} has no place`);
          if (wrong === "missing" && (!at.isObject || at.get(key ?? "").exists))
            found.push(`${entry}: ${key} is there`);
        }
      }
      if (!left) return;
      for (const [index, child] of value.children().entries())
        compare(child, (data as Box)[value.isArray ? index : child.key], left - 1);
    };
    compare(item, dataOf(item), depth);
    return found;
  }

  it("say the same as ajv of examples and real connectors, at every place and entry", () => {
    const counted = { valid: 0, invalid: 0 };
    let compared = 0;
    for (const [file, text] of texts) {
      const item = itemOf(file, text);
      if (!isJson(item)) continue;
      compared++;
      expect(differences(text, item, text.length < 20_000 ? 4 : 2, counted), file).toEqual([]);
    }
    expect(compared).toBeGreaterThan(hasCorpus ? 50 : 1);
    expect(counted.valid).toBeGreaterThan(50);
    expect(counted.invalid).toBeGreaterThan(50);
  }, 120_000);

  it("say the same as ajv of thousands of mutations", () => {
    const random = randomOf(7);
    const counted = { valid: 0, invalid: 0 };
    const small = texts.filter(([file, text]) => text.length < 15_000 && isJson(itemOf(file, text)));
    for (let number = 0; number < 3000; number++) {
      const [file, text] = small[number % small.length] as [string, string];
      let data = mutated(dataOf(itemOf(file, text)), random);
      if (random(3) === 0) data = mutated(data, random);
      const written = JSON.stringify(data);
      const item = itemOf("mutation.json", written);
      expect(differences(written, item, text.length < 4000 ? 1 : 0, counted), `${file} as ${written}`).toEqual([]);
    }
    expect(counted.valid).toBeGreaterThan(1000);
    expect(counted.invalid).toBeGreaterThan(1000);
  }, 120_000);

  it("have every pattern in words", () => {
    const seen = new Set<SchemaNode>();
    const visit = (node: SchemaNode): void => {
      if (seen.has(node)) return;
      seen.add(node);
      for (const pattern of [node.pattern, node.names]) if (pattern) expect(patternWords(pattern)).not.toMatch(/form/);
      const { properties = {}, additionalProperties, anyOf = [], tagged, items, ref } = node;
      const inner = [...Object.values(properties), ...anyOf, ...Object.values(tagged?.branches ?? {})];
      for (const one of [...inner, additionalProperties || undefined, items, ref?.()]) if (one) visit(one);
    };
    for (const node of Object.values(table)) visit(node);
  });
});

describe("entities", () => {
  const pieces = (files: { path: string; text: string }[]): [string[], string[]] => {
    const one = readConnector(files);
    const found = entitiesOf(one).flatMap((entity) => structureProblems(entity, one));
    const whole = one.main.role === "properties" ? apiProperties.document : connector.document;
    return [found.map(show).sort(), problemsOf(whole, Item.root(one.main)).map(show).sort()];
  };
  it("together have the problems of the whole file", () => {
    const random = randomOf(11);
    let problems = 0;
    for (const [file, text] of [...textsFor("connector"), ...textsFor("apiProperties").slice(0, 60)]) {
      const data = dataOf(itemOf(file, text));
      const name = file.endsWith("apiProperties.json") ? "apiProperties.json" : "a.connector.json";
      const written = JSON.stringify(random(2) ? mutated(mutated(data, random), random) : data);
      for (const input of [
        { path: path.basename(file), text },
        { path: name, text: written },
      ]) {
        const [found, whole] = pieces([input]);
        expect(found, input.text).toEqual(whole);
        problems += whole.length;
      }
    }
    expect(problems).toBeGreaterThan(200);
  });
});

describe("alternatives", () => {
  const problems = (schema: SchemaNode, text: string): string[] => problemsOf(schema, itemOf("a.yaml", text)).map(show);
  it.each([
    [
      "the one of the same kind",
      connector.resilience,
      "rate_limit: { requests: 1 }",
      "missing /rate_limit per_seconds",
    ],
    ["the values, where a word is unknown", connector.resilience, "rate_limit: nothing", "value /rate_limit "],
    ["the kind, where none fits", connector.resilience, "rate_limit: 5", "type /rate_limit "],
    ["the limits", connector.resilience, "retries: { max: 1, retry_on: [399] }", "low /retries/retry_on/0 "],
    ["the one that its constant names", connector.pagination, "{ type: page, rel: next }", "missing  page_parameter"],
    ["the constants, where it names none", connector.pagination, "{ type: pages }", "value /type "],
    ["the constant itself, where it is missing", connector.pagination, "{ rel: next }", "missing  type"],
  ] as const)("are told apart by %s", (_what, schema, text, expected) => {
    expect(problems(schema, text)).toContain(expected);
  });
  it("leave one problem of one mistake", () => {
    expect(problems(connector.field, "{ source: a, direction: sideways }")).toEqual(["value /direction "]);
    expect(problems(connector.operation, "{ method: GET, path: /, deprecated: { since: 1.0.0, by: a } }")).toEqual([
      "unknown /deprecated/by ",
    ]);
  });
});

describe("depth", () => {
  it("does not overflow", () => {
    const depth = 50_000;
    const text = `${'{"properties":{"a":'.repeat(depth)}{"type":5}${"}}".repeat(depth)}`;
    expect(problemsOf(apiDefinition.definition, itemOf("a.json", text)).map(({ wrong }) => wrong)).toEqual(["type"]);
  });
});

describe("the compiler", () => {
  const compile = (schema: object, entries: Record<string, string> = { b: "/definitions/b" }): string =>
    compileSchema({ name: "own", entries }, { $schema: "http://json-schema.org/draft-07/schema#", ...schema });
  const inside = (schema: object, definitions: object = { b: {} }) => ({ properties: { a: schema }, definitions });
  it.each([
    ["a keyword that it does not know", inside({ contains: {} }), '/properties/a/contains: the keyword "contains"'],
    ["formats", inside({ type: "string", format: "date" }), "/properties/a/format"],
    ["lists of types", inside({ type: ["string", "null"] }), "/properties/a/type"],
    ["values that are no scalars", inside({ enum: [{}] }), "/properties/a/enum"],
    ["items by position", inside({ items: [{}] }), "/properties/a/items"],
    ["alternatives that nothing tells apart", inside({ oneOf: [{ type: "object" }] }), "/properties/a/oneOf"],
    ["other negations", inside({ not: { type: "string" } }), "/properties/a/not"],
    ["other conditions on keys", inside({ propertyNames: { maxLength: 3 } }), "/properties/a/propertyNames"],
    ["patterns of keys with schemas", inside({ patternProperties: { a: { type: "string" } } }), "patternProperties"],
    ["alternatives in allOf", inside({ allOf: [{ type: "string" }] }), "/properties/a/allOf/0"],
    ["an else without an if", inside({ else: {} }), "/properties/a/else"],
    ["references to elsewhere", inside({ $ref: "other.json" }), "/properties/a/$ref"],
    ["keywords beside a reference", inside({ $ref: "#/definitions/b", type: "string" }), "$ref"],
    ["references in alternatives", inside({ anyOf: [{ $ref: "#/definitions/b" }] }), "/anyOf/0/$ref"],
    ["definitions without an entry", inside({}, { c: {} }), "/definitions/c"],
    [
      "other drafts",
      { definitions: { b: {} }, $schema: "https://json-schema.org/draft/2020-12/schema", properties: {} },
      "/$schema",
    ],
  ])("refuses %s", (_what, schema, place) => {
    expect(() => compile(schema)).toThrow(place);
    expect(() => compile(schema)).toThrow("schemas/own.schema.json#");
  });
  it("writes what stands at several places once", () => {
    const shared = {
      type: "object",
      description: "One of a kind.",
      properties: { b: { type: "string", minLength: 1 } },
    };
    const code = compile({ properties: { x: { items: shared }, y: { items: shared } } }, {});
    expect(code.match(/One of a kind/g)).toHaveLength(1);
  });
});
