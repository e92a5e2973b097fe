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
import { patchbay } from "../../core/model/schemas/patchbay.generated.ts";
import { settings } from "../../core/model/schemas/settings.generated.ts";
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
  patchbay,
  settings,
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

/** What few examples have, all of it right. */
const RARE = `format_version: 1
x-owner: me
overview: { name: A, slug: a }
auth:
  type: oauth2
  oauth2: { grant_type: authorization_code, token_url: https://a.b, authorization_url: https://a.b, scopes: [a] }
operations:
  list:
    method: GET
    path: /
    deprecated: { since: 1.0.0 }
    tests:
      one: { mock: { status: 200, body_file: a.json }, expect: { values: { $.a: 1 } } }
field_mappings:
  set:
    domain: Vehicle
    operations: [list]
    fields:
      vin: { source: a, transform: { date: yyyy, default: 1 } }
`;

/** The same with one thing more each that chance seldom adds. */
const TOO_MUCH = [
  RARE.replace("  oauth2: {", "  api_key: { in: header }\n  oauth2: {"),
  RARE.replace("body_file", "body: 1, body_file"),
  RARE.replace("date: yyyy", "date: yyyy, multiply: 2"),
];

const SETTINGS = `profile: certified
slug: a-b
baseline: git:main
only_new: true
rules: { syntax-of-nothing: off, op-desc-required: info }
waivers:
  - { rule: op-desc-required, at: "a#/b", value: "1", reason: Because., author: me, expires: 2027-01-01 }
`;
/** Texts that few files have, by the schema that they should follow. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  connector: [RARE, ...TOO_MUCH],
  patchbay: [SETTINGS, SETTINGS.replace("reason: Because., ", ""), SETTINGS.replace("2027-01-01", "soon")],
  settings: [
    "{ connectorId: a, environment: b, apiProperties: c, icon: d, powerAppsUrl: e, flowUrl: f }",
    "{ connector: a }",
  ],
};
const FILES: Readonly<Record<string, RegExp>> = {
  connector: /\.connector\.(?:yaml|json)$/,
  apiProperties: /apiProperties\.json$/i,
  apiDefinition: /swagger\.json$/,
  patchbay: /\.patchbay\.yaml$/,
  settings: /settings\.json$/,
};

/** Texts of the examples, of what the rules complain about, and of real connectors, by the schema that they should follow. */
function textsFor(name: string): [string, string][] {
  const folders = [path.join(root, "examples"), ...(hasCorpus ? [path.resolve(corpus, ".."), corpus] : [])];
  const fits = (file: string): boolean => FILES[name]!.test(file);
  const files = [...new Set(folders.flatMap(filesBelow))].filter(fits);
  const step = name === "apiDefinition" ? 20 : name === "apiProperties" ? 4 : 1;
  const own = rules.flatMap((rule) =>
    [...rule.examples.bad, ...rule.examples.good].flatMap((text) => readExample(text, rule.families[0]!).files),
  );
  return [
    ...(OWN[name] ?? []).map((text): [string, string] => ["rare.yaml", text]),
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
const KEYS = ["x-own", "own", "Own Key", "constructor", "1.0.0"];

type Box = Record<string, unknown>;
const isBox = (value: unknown): value is Box => typeof value === "object" && value !== null;
/** Every member of a value and below it, with the keys that lead to it. */
function membersOf(box: Box, path: readonly string[] = []): { box: Box; key: string; path: readonly string[] }[] {
  return Object.entries(box).flatMap(([key, value]) => [
    { box, key, path: [...path, key] },
    ...(isBox(value) ? membersOf(value, [...path, key]) : []),
  ]);
}
/** Values that stand under a key somewhere in the given data. */
function valuesByKey(all: readonly unknown[]): [string, unknown[]][] {
  const found = new Map<string, unknown[]>();
  for (const { box, key } of membersOf({ all }))
    if (!Array.isArray(box)) found.set(key, [...(found.get(key) ?? []).slice(-20), box[key]]);
  return [...found];
}

/**
 * A copy in which one thing somewhere was dropped, replaced, added, emptied or repeated, and the keys that lead there. What is
 * added is mostly something that is known, so that a document often stays right but for one thing.
 */
function mutated(
  data: unknown,
  known: readonly [string, readonly unknown[]][],
  random: (below: number) => number,
): { data: unknown; path: readonly string[] } {
  const copy: Box = { root: structuredClone(data) };
  const pick = <T>(list: readonly T[]): T => structuredClone(list[random(list.length)] as T);
  const places = membersOf(copy);
  const { box, key, path } = places[random(places.length)] as (typeof places)[number];
  const value = box[key];
  const isRoot = box === copy;
  switch (random(6)) {
    case 0:
      if (isRoot) box[key] = pick(VALUES);
      else if (Array.isArray(box)) box.splice(Number(key), 1);
      else delete box[key];
      break;
    case 1:
      box[key] = pick(VALUES);
      break;
    case 2:
      if (Array.isArray(value)) value.push(pick(VALUES));
      else if (isBox(value)) value[pick(KEYS)] = pick(VALUES);
      else box[key] = String(value);
      break;
    case 3:
      box[key] = Array.isArray(value) ? [] : isBox(value) ? {} : typeof value === "number" ? 0 : "";
      break;
    case 4:
      if (Array.isArray(value) && value.length) value.push(structuredClone(value[0]));
      else box[key] = [value];
      break;
    default: {
      const target = isBox(value) && !Array.isArray(value) ? value : box;
      const [name, values] = pick(known);
      if (!isRoot && !Array.isArray(target)) target[name] = pick(values);
    }
  }
  return { data: copy.root, path: path.slice(1) };
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

  /** What the tables and ajv say otherwise about a value, with every entry; and problems without a place. */
  function differences(
    text: string,
    value: Item,
    data: unknown,
    counted: { valid: number; invalid: number },
  ): string[] {
    return entries.flatMap(({ entry, node, allows }) => {
      const problems = problemsOf(node, value);
      const valid = allows(data);
      counted[valid ? "valid" : "invalid"]++;
      const found: string[] = [];
      if (valid !== (problems.length === 0))
        found.push(`${entry} at ${value.pointer}: ${valid ? problems.map(show) : ajv.errorsText(allows.errors)}`);
      for (const { item: at, wrong, key } of problems) {
        const { start, end } = at.place;
        if (!at.exists || start < 0 || end > text.length || (start === end && at.kind !== Kind.missing))
          found.push(`${entry}: ${wrong} has no place`);
        if (wrong === "missing" && (!at.isObject || at.get(key ?? "").exists)) found.push(`${entry}: ${key} is there`);
      }
      return found;
    });
  }

  it("say the same as ajv of examples and real connectors, at every place and entry", () => {
    const counted = { valid: 0, invalid: 0 };
    let compared = 0;
    for (const [file, text] of texts) {
      const root = itemOf(file, text);
      if (!isJson(root)) continue;
      compared++;
      const compare = (value: Item, data: unknown, depth: number): void => {
        expect(differences(text, value, data, counted), file).toEqual([]);
        for (const [index, child] of depth ? value.children().entries() : [])
          compare(child, (data as Box)[value.isArray ? index : child.key], depth - 1);
      };
      compare(root, dataOf(root), text.length < 20_000 ? 6 : 2);
    }
    // Of settings there are few, here and in real folders.
    const least = ["settings", "patchbay"].includes(name) ? 5 : 50;
    expect(compared).toBeGreaterThan(hasCorpus ? least : 1);
    expect(counted.valid).toBeGreaterThan(least);
    expect(counted.invalid).toBeGreaterThan(least);
  }, 120_000);

  it("say the same as ajv of thousands of mutations, from the changed place up to the document", () => {
    const random = randomOf(7);
    const counted = { valid: 0, invalid: 0 };
    const small = texts
      .map(([file, text]) => itemOf(file, text))
      .filter((item) => item.file.text.length < 15_000 && isJson(item))
      .map((item) => [item.file.path, dataOf(item)] as const);
    const known = valuesByKey(small.map(([, data]) => data));
    for (let number = 0; number < 8000; number++) {
      const [file, original] = small[number % small.length]!;
      let { data, path: keys } = mutated(original, known, random);
      for (let more = random(4); more > 1; more--) ({ data, path: keys } = mutated(data, known, random));
      const written = JSON.stringify(data);
      let item = itemOf("mutation.json", written);
      let value: unknown = data;
      for (const key of ["", ...keys]) {
        if (key !== "") {
          item = item.isArray ? (item.children()[Number(key)] ?? item.get("")) : item.get(key);
          value = (value as Box)[key];
        }
        if (!item.exists) break;
        expect(differences(written, item, value, counted), `${file} as ${written}`).toEqual([]);
      }
    }
    expect(counted.valid).toBeGreaterThan(5000);
    expect(counted.invalid).toBeGreaterThan(5000);
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
    const texts = [...textsFor("connector"), ...textsFor("apiProperties").slice(0, 60)];
    const known = valuesByKey(texts.map(([file, text]) => dataOf(itemOf(file, text))));
    for (const [file, text] of texts) {
      const { data } = mutated(dataOf(itemOf(file, text)), known, random);
      const name = file.endsWith("apiProperties.json") ? "apiProperties.json" : "a.connector.json";
      const written = JSON.stringify(mutated(data, known, random).data);
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
