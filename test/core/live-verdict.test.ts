import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Connector } from "../../core/model/connector.ts";
import { readConnector } from "../../core/model/read.ts";
import { Reads } from "../../core/syntax/reads.ts";
import type { Place, SourceInput } from "../../core/syntax/source.ts";
import { compareConnectors } from "../../core/versioning/compare.ts";
import { rules } from "../../core/versioning/generated.ts";
import { LiveVerdict } from "../../core/versioning/live-verdict.ts";
import type { Verdict } from "../../core/versioning/types.ts";
import { Editing, Random } from "../support/edits.ts";
import { readExample } from "../support/examples.ts";
import { corpus, filesBelow, hasCorpus, noCorpus, root } from "../support/paths.ts";

const show = (place: Place | undefined): string =>
  place ? `${place.file.path} ${place.start}-${place.end} ${place.pointer}` : "";
const printed = ({ bump, changes }: Verdict): string[] => [
  bump,
  ...changes.map(({ old, new: now, ...change }) => `${JSON.stringify(change)} ${show(old)} → ${show(now)}`),
];

/** A connector that is being edited, with its verdict and with what a comparison of its text says. */
class Session {
  readonly connector: Connector;
  readonly verdict: LiveVerdict;
  readonly before: Connector;
  private readonly texts: Map<string, string>;

  constructor(before: readonly SourceInput[], after: readonly SourceInput[]) {
    this.before = readConnector(before, { folder: true });
    this.connector = readConnector(after, { folder: true, reads: new Reads() });
    this.verdict = new LiveVerdict(this.before, this.connector);
    this.texts = new Map(after.map(({ path, text }) => [path, text]));
  }
  text(file = this.connector.main.path): string {
    return this.texts.get(file) as string;
  }
  edit(change: { start: number; end: number; text: string }, file = this.connector.main.path): void {
    const text = this.text(file);
    this.texts.set(file, text.slice(0, change.start) + change.text + text.slice(change.end));
    this.connector.files.find(({ path }) => path === file)?.edit?.(change);
  }
  replace(found: string, replacement: string, file?: string): void {
    const start = this.text(file).indexOf(found);
    expect(start, found).toBeGreaterThanOrEqual(0);
    this.edit({ start, end: start + found.length, text: replacement }, file);
  }
  fresh(): Verdict {
    const files = [...this.texts].map(([path, text]) => ({ path, text }));
    return compareConnectors(this.before, readConnector(files, { folder: true }));
  }
  check(hint: () => unknown = () => ""): void {
    const [is, should] = [printed(this.verdict.current()), printed(this.fresh())];
    if (is.join("\n") !== should.join("\n")) expect(is, JSON.stringify(hint())).toEqual(should);
  }
  ids(): string[] {
    return this.verdict.current().changes.map(({ id, entity }) => `${id}: ${entity}`);
  }
}

/** Edits at random; `every` says how often the verdict is compared. */
function follow(session: Session, seed: number, edits: number, every = 1): void {
  const random = new Random(seed);
  const files = session.connector.files.filter(({ tree }) => tree).map(({ path }) => path);
  const editing = new Map(files.map((file) => [file, new Editing(random)]));
  session.check();
  const made: unknown[] = [];
  for (let i = 1; i <= edits; i++) {
    const file = random.below(4) ? (files[0] as string) : random.pick(files);
    const change = (editing.get(file) as Editing).next(session.text(file));
    made.push([file, change]);
    session.edit(change, file);
    if (i % every === 0) session.check(() => ["seed", seed, made.slice(-every)]);
    else if (random.below(2)) session.verdict.current();
  }
}

const read = (folder: string, names = readdirSync(folder).filter((name) => /\.(?:json|yaml)$/.test(name))) =>
  names.map((name) => ({ path: name, text: readFileSync(path.join(folder, name), "utf8") }));

const examples = path.join(root, "examples");
const published = readdirSync(path.join(examples, "history")).flatMap((name) => {
  const versions = readdirSync(path.join(examples, "history", name)).sort();
  const now = readdirSync(examples).includes(name)
    ? read(path.join(examples, name))
    : read(examples, [`${name}.connector.yaml`]);
  return versions.map((version) => ({
    name: `${name} ${version}`,
    before: read(path.join(examples, "history", name, version)),
    after: now,
  }));
});

describe.each(published)("$name", ({ before, after }) => {
  it("has the verdict of a fresh comparison after every edit", () => {
    for (let seed = 1; seed <= 2; seed++) follow(new Session(before, after), seed * 71, 100);
  }, 120_000);
  it("has no changes where it is as it was published, whatever was written in between", () => {
    const random = new Random(5);
    const session = new Session(before, before);
    const empty = session.verdict.current();
    expect(empty).toEqual({ bump: "none", changes: [] });
    for (let i = 0; i < 60; i++) {
      const { start, end, text } = new Editing(random).next(session.text());
      const lost = session.text().slice(start, end);
      session.edit({ start, end, text });
      session.verdict.current();
      session.edit({ start, end: start + text.length, text: lost });
      expect(session.verdict.current()).toEqual(empty);
    }
  });
});

it("the examples of the rules have the verdicts of fresh comparisons after every edit", () => {
  for (const [at, example] of rules.flatMap((rule) => rule.examples).entries()) {
    const family = /^\s*[{=]/.test(example.before) ? "powerplatform" : "definition";
    const files = (text: string) => readExample(text, family).files;
    follow(new Session(files(example.before), files(example.after)), 13 * (at + 1), 10);
  }
}, 120_000);

const method = (id: string, schema: object) => ({
  operationId: id,
  parameters: [{ name: "body", in: "body", schema }],
  responses: { 200: { description: "Done", schema } },
});
const node = (description: string) => ({
  type: "object",
  description,
  properties: { left: { $ref: "#/definitions/Node" }, leaf: { $ref: "#/definitions/Leaf" } },
});
const document = {
  swagger: "2.0",
  info: { title: "Forest", version: "1.0.0" },
  paths: {
    "/nodes": { get: method("GetNode", { $ref: "#/definitions/Node" }) },
    "/leaves": {
      get: method("GetLeaf", { $ref: "#/definitions/Leaf" }),
      post: method("AddLeaf", { type: "array", items: { $ref: "#/definitions/Leaf" } }),
    },
    "/plants": { get: method("GetPlant", { $ref: "#/definitions/Plant" }) },
  },
  definitions: {
    Node: node("A node"),
    Leaf: { type: "object", properties: { size: { type: "integer" }, owner: { $ref: "#/definitions/Node" } } },
    Plant: { type: "object", discriminator: "kind", properties: { kind: { type: "string" } } },
    Tree: { allOf: [{ $ref: "#/definitions/Plant" }, { properties: { age: { type: "integer" } } }] },
  },
};
const properties = {
  properties: {
    connectionParameters: { key: { type: "securestring", uiDefinition: { constraints: { required: "true" } } } },
    policyTemplateInstances: [{ templateId: "routerequest", title: "Route", parameters: { a: 1 } }],
    iconBrandColor: "#007ee5",
  },
};
const files = () => [
  { path: "apiDefinition.swagger.json", text: JSON.stringify(document, null, 2) },
  { path: "apiProperties.json", text: JSON.stringify(properties, null, 2) },
];

describe("an edit", () => {
  it("in a circle of definitions is seen wherever the circle is used", () => {
    const session = new Session(files(), files());
    session.check();
    session.replace('"size": {\n          "type": "integer"', '"size": {\n          "type": "string"');
    session.check();
    expect(session.ids().length).toBeGreaterThan(1);
    session.replace("A node", "Another node");
    session.check();
    session.replace('"left"', '"right"');
    session.check();
    session.replace("#/definitions/Leaf", "#/definitions/Node");
    session.check();
    session.replace('"right"', '"left"');
    session.check();
  });
  it("that renames a definition changes nothing once all follow", () => {
    const session = new Session(files(), files());
    while (/\bLeaf"/.test(session.text())) {
      session.replace('Leaf"', 'Blade"');
      session.check();
    }
    for (const id of ["Get", "Add"]) session.replace(`"${id}Blade"`, `"${id}Leaf"`);
    session.check();
    expect(session.ids()).toEqual([]);
  });
  it("that gives a schema another kind is seen where the schema is used", () => {
    const session = new Session(files(), files());
    session.replace('"Tree": {', '"Bush": { "allOf": [{ "$ref": "#/definitions/Plant" }] },\n    "Tree": {');
    session.check();
    expect(session.ids().join()).toContain("subtype-added");
  });
  it("that renames, doubles, moves or removes an operation pairs the others as before", () => {
    const session = new Session(files(), files());
    for (const [found, replacement] of [
      ['"GetLeaf"', '"GetOneLeaf"'],
      ['"/leaves"', '"/blades"'],
      ['"AddLeaf"', '"GetNode"'],
      ['"post"', '"put"'],
      ['"GetNode"', '""'],
      ['"/plants"', '"/nodes"'],
      ['"info"', '"basePath": "/v2", "info"'],
      ['"/v2"', '""'],
      ['"/nodes"', '"/plants"'],
    ] as const) {
      session.replace(found, replacement);
      session.check(() => found);
    }
    const text = JSON.stringify(document, null, 2);
    const start = text.indexOf('"/nodes"');
    const block = text.slice(start, text.indexOf('"/leaves"'));
    const moving = new Session(files(), files());
    moving.edit({ start, end: start + block.length, text: "" });
    moving.check();
    expect(moving.ids()).toEqual(["operation-removed: operation GetNode"]);
    moving.replace('"/plants"', `${block}"/plants"`);
    moving.check();
    expect(moving.ids()).toEqual([]);
    moving.replace('"/plants"', `${block.replace("/nodes", "/knots")}"/plants"`);
    moving.check();
  });
  it("of apiProperties.json is judged as well", () => {
    const session = new Session(files(), files());
    for (const [found, replacement] of [
      ['"true"', '"false"'],
      ["#007ee5", "#007ee6"],
      ['"a": 1', '"a": 2'],
      ['"securestring"', '"string"'],
      ['"key"', '"password"'],
      ['"properties"', '"propertie"'],
      ['"propertie"', '"properties"'],
    ] as const) {
      session.replace(found, replacement, "apiProperties.json");
      session.check(() => found);
    }
    expect(session.ids()).toContain("connection-parameter-removed: connection parameter key");
  });
  it("costs the comparison of what it changes", () => {
    const session = new Session(files(), files());
    const runs = (found: string, replacement: string): number => {
      const before = session.verdict.runs;
      session.replace(found, replacement);
      session.check();
      return session.verdict.runs - before;
    };
    const empty = session.verdict.current();
    expect(runs("{", "{\n")).toBe(0);
    expect(session.verdict.current()).toBe(empty);
    expect(runs('"AddLeaf"', '"AddLeaf", "description": "Adds"')).toBe(1);
    const changed = session.verdict.current();
    expect(runs("Adds", "Adds one")).toBe(1);
    expect(session.verdict.current()).toBe(changed);
    // A definition that differs already: what differs in it stays the same, so nobody else hears of it.
    expect(runs("A node", "A knot")).toBeGreaterThan(1);
    const both = session.verdict.current();
    expect(runs("A knot", "A knob")).toBe(0);
    expect(session.verdict.current()).toBe(both);
    expect(runs("1.0.0", "1.0.1")).toBe(0);
    expect(runs("Forest", "Wood")).toBe(1);
  });
  it("is not heard of any more once the verdict is not wanted", () => {
    const session = new Session(files(), files());
    session.verdict.current();
    session.verdict.drop();
    const { runs } = session.verdict;
    session.replace("GetNode", "GetNodes");
    session.connector.reads.settle();
    expect(session.verdict.runs).toBe(runs);
  });
});

describe("what is written alike and is not the same", () => {
  const changes = (path: string, before: string, after: string): string[] =>
    compareConnectors(readConnector([{ path, text: before }]), readConnector([{ path, text: after }])).changes.map(
      ({ id }) => id,
    );
  it("because an alias stands for something else now", () => {
    const text = (type: string) =>
      [
        "format_version: 1",
        `shared: &shared { type: object, properties: { size: { type: ${type} } } }`,
        "operations:",
        "  add_part: { method: POST, path: /parts, body: { schema: *shared } }",
      ].join("\n");
    expect(changes("parts.connector.yaml", text("integer"), text("string"))).not.toEqual([]);
  });
  it("because a reference with an escape in it names something else now", () => {
    const text = (size: string) =>
      JSON.stringify({ ...document, definitions: { ...document.definitions, Leaf: { type: size } } }).replaceAll(
        "#/definitions/",
        "#\\/definitions\\/",
      );
    expect(changes("apiDefinition.swagger.json", text("integer"), text("string"))).not.toEqual([]);
  });
});

if (!hasCorpus) process.stderr.write(`Skipped: ${noCorpus}.\n`);
describe.skipIf(!hasCorpus)("real connectors", () => {
  /** Edits of all of them together; `npm test -- --fast` makes do with fewer. */
  const [edits, step] = process.env.PATCHBAY_TEST_FAST ? [800, 36] : [10_000, 8];
  const pairs = !hasCorpus
    ? []
    : filesBelow(path.join(corpus, "dev-pairs"))
        .filter((file) => file.endsWith("old.swagger.json"))
        .filter((_, index) => index % step === 5);
  const each = Math.ceil(edits / Math.max(1, pairs.length));
  const file = (name: string): SourceInput[] => [
    { path: "apiDefinition.swagger.json", text: readFileSync(name, "utf8").replace(/^\ufeff/, "") },
  ];
  it.each(pairs.map((old, index) => [path.relative(corpus, old), old, index] as const))(
    "%s",
    (_name, old, index) => {
      const after = file(old.replace(/old(?=\.swagger)/, "new"));
      const large = (after[0]?.text.length ?? 0) > 100_000;
      // What a fresh comparison of a large text costs is saved by comparing less often; nothing that went wrong goes away in between.
      follow(new Session(file(old), after), 17 + index, each, large ? 20 : 4);
    },
    300_000,
  );
});
