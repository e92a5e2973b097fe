import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConnector } from "../../core/model/read.ts";
import {
  appendItem,
  insertMember,
  insertMembers,
  remove,
  renameKey,
  setMember,
  setValue,
} from "../../core/syntax/edits.ts";
import { Item } from "../../core/syntax/item.ts";
import type { TextEdit } from "../../core/syntax/source.ts";
import { applyEdits } from "../support/examples.ts";
import { toData } from "../support/tree.ts";

const open = (text: string): Item =>
  readConnector([
    { path: /^\s*[{[]/.test(text) && !text.includes("# flow") ? "x.connector.json" : "x.connector.yaml", text },
  ]).root;
/** The text after an edit at the value that a pointer names. */
function edited(text: string, pointer: string, run: (item: Item) => TextEdit[]): string {
  const root = open(text);
  const item = new Item(root.file, root.file.tree!.at(pointer));
  return applyEdits([{ path: root.file.path, text }], run(item))[0]!.text;
}

describe("JSON", () => {
  const text = '{\n  "a": 1,\n  "b": {},\n  "c": [\n    "x"\n  ]\n}\n';
  it.each([
    [
      "insert at the end",
      "",
      (i: Item) => insertMember(i, "d", true),
      '{\n  "a": 1,\n  "b": {},\n  "c": [\n    "x"\n  ],\n  "d": true\n}\n',
    ],
    [
      "insert after a member",
      "",
      (i: Item) => insertMember(i, "d", { e: 1 }, "a"),
      '{\n  "a": 1,\n  "d": {\n    "e": 1\n  },\n  "b": {},\n  "c": [\n    "x"\n  ]\n}\n',
    ],
    [
      "insert several at once",
      "",
      (i: Item) => insertMembers(i, { d: 1, e: "f" }),
      '{\n  "a": 1,\n  "b": {},\n  "c": [\n    "x"\n  ],\n  "d": 1,\n  "e": "f"\n}\n',
    ],
    [
      "insert several into an empty object",
      "/b",
      (i: Item) => insertMembers(i, { d: 1, e: "f" }),
      '{\n  "a": 1,\n  "b": {\n    "d": 1,\n    "e": "f"\n  },\n  "c": [\n    "x"\n  ]\n}\n',
    ],
    [
      "insert into an empty object",
      "/b",
      (i: Item) => insertMember(i, "d", 1),
      '{\n  "a": 1,\n  "b": {\n    "d": 1\n  },\n  "c": [\n    "x"\n  ]\n}\n',
    ],
    ["replace", "/a", (i: Item) => setValue(i, "z"), '{\n  "a": "z",\n  "b": {},\n  "c": [\n    "x"\n  ]\n}\n'],
    ["set what exists", "", (i: Item) => setMember(i, "a", 2), '{\n  "a": 2,\n  "b": {},\n  "c": [\n    "x"\n  ]\n}\n'],
    ["remove the first", "/a", remove, '{\n  "b": {},\n  "c": [\n    "x"\n  ]\n}\n'],
    ["remove the last", "/c", remove, '{\n  "a": 1,\n  "b": {}\n}\n'],
    ["rename", "/a", (i: Item) => renameKey(i, "z"), '{\n  "z": 1,\n  "b": {},\n  "c": [\n    "x"\n  ]\n}\n'],
    [
      "append",
      "/c",
      (i: Item) => appendItem(i, "y"),
      '{\n  "a": 1,\n  "b": {},\n  "c": [\n    "x",\n    "y"\n  ]\n}\n',
    ],
  ])("%s", (_name, pointer, run, expected) => {
    expect(edited(text, pointer, run)).toBe(expected);
  });
  it("keeps CRLF, tabs and one-line objects as they are", () => {
    expect(edited('{\r\n\t"a": 1\r\n}', "", (i) => insertMember(i, "b", 2))).toBe('{\r\n\t"a": 1,\r\n\t"b": 2\r\n}');
    expect(edited('{ "a": 1 }', "", (i) => insertMember(i, "b", 2))).toBe('{ "a": 1, "b": 2 }');
  });
  it("fills a value that is missing, and minds a trailing comma", () => {
    expect(edited('{"a":}', "/a", (i) => setValue(i, 1))).toBe('{"a": 1}');
    expect(edited('{\n  "a": 1,\n}', "", (i) => insertMember(i, "b", 2))).toBe('{\n  "a": 1,\n  "b": 2\n}');
  });
});

it("inserts several members into an empty flow map of YAML", () => {
  expect(edited("a: 1\nb: {}\n", "/b", (i) => insertMembers(i, { c: 1, d: "e" }))).toBe("a: 1\nb: { c: 1, d: e }\n");
});

describe("YAML", () => {
  const text = "# top\na: 1 # one\nb:\n  c: x\n  d:\n    - 1\n    - 2\ne: { f: 1 }\n";
  it.each([
    ["insert at the end", "", (i: Item) => insertMember(i, "z", "new value"), `${text}z: new value\n`],
    [
      "insert after a member",
      "",
      (i: Item) => insertMember(i, "z", true, "a"),
      "# top\na: 1 # one\nz: true\nb:\n  c: x\n  d:\n    - 1\n    - 2\ne: { f: 1 }\n",
    ],
    [
      "insert into a nested map",
      "/b",
      (i: Item) => insertMember(i, "z", { y: [1, 2] }),
      "# top\na: 1 # one\nb:\n  c: x\n  d:\n    - 1\n    - 2\n  z:\n    y: [1, 2]\ne: { f: 1 }\n",
    ],
    [
      "insert into a flow map",
      "/e",
      (i: Item) => insertMember(i, "z", 2),
      "# top\na: 1 # one\nb:\n  c: x\n  d:\n    - 1\n    - 2\ne: { f: 1, z: 2 }\n",
    ],
    [
      "replace",
      "/b/c",
      (i: Item) => setValue(i, "yes"),
      '# top\na: 1 # one\nb:\n  c: "yes"\n  d:\n    - 1\n    - 2\ne: { f: 1 }\n',
    ],
    ["remove a block", "/b/d", remove, "# top\na: 1 # one\nb:\n  c: x\ne: { f: 1 }\n"],
    [
      "append to a block list",
      "/b/d",
      (i: Item) => appendItem(i, 3),
      "# top\na: 1 # one\nb:\n  c: x\n  d:\n    - 1\n    - 2\n    - 3\ne: { f: 1 }\n",
    ],
    [
      "rename",
      "/a",
      (i: Item) => renameKey(i, "z"),
      "# top\nz: 1 # one\nb:\n  c: x\n  d:\n    - 1\n    - 2\ne: { f: 1 }\n",
    ],
  ])("%s", (_name, pointer, run, expected) => {
    expect(edited(text, pointer, run)).toBe(expected);
  });
  it("fills a section that has only its key", () => {
    expect(edited("a:\nb: 1\n", "/a", (i) => insertMember(i, "c", 2))).toBe("a:\n  c: 2\nb: 1\n");
  });
});

it("law: after an insertion the data is the old data and the new member, in any document", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 }),
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(0, 2, "\t"),
      (object, value, indent) => {
        fc.pre(!("key" in object) && !("__proto__" in object));
        const text = JSON.stringify(object, null, indent);
        const after = edited(text, "", (item) => insertMember(item, "key", value));
        const tree = readConnector([{ path: "x.connector.json", text: after }]).main.tree!;
        expect(tree.problems.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(JSON.stringify(toData(tree))).toBe(JSON.stringify({ ...(JSON.parse(text) as object), key: value }));
      },
    ),
    { numRuns: 500 },
  );
});
