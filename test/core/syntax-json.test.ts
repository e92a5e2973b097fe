import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../core/syntax/json.ts";
import { Kind, type Tree } from "../../core/syntax/tree.ts";
import { toData } from "../support/tree.ts";

/** Problems as `code@start-end`, errors and warnings alike. */
const problems = (text: string): string[] =>
  parseJson(text).problems.map(({ code, start, end }) => `${code}@${start}-${end}`);

describe("a quote that was typed into a text is one slip", () => {
  it.each([
    ['{ "a": "x"y z", "b": 1 }', 'x"y z'],
    ['{ "a": ""x", "b": 1 }', '"x'],
    ['{ "a": "say "hello" to", "b": 1 }', 'say "hello" to'],
    ['{ "a": "x"y"\n, "b": 1 }', 'x"y'],
  ])("%s", (text, value) => {
    const tree = parseJson(text);
    expect(tree.problems.map(({ code }) => code)).toEqual(["stray-quote"]);
    expect(toData(tree)).toEqual({ a: value, b: 1 });
  });
  it.each(['{ "a": "x" "b": 1 }', '["x" y, "z"]', '{ "a": "{"b": 1}" }', '["x" // "y"\n]', '["x" y\n, "z"]'])(
    "but not in %s",
    (text) => {
      expect(parseJson(text).problems.map(({ code }) => code)).not.toContain("stray-quote");
    },
  );
});

describe("marks of a merge that was not finished", () => {
  const conflict = '{\n  "a": 1,\n<<<<<<< HEAD\n  "b": 1,\n=======\n  "b": 2,\n>>>>>>> other\n  "c": 3\n}\n';
  it("are said once each, and both sides are read", () => {
    const tree = parseJson(conflict);
    expect(tree.problems.map(({ code }) => code)).toEqual(["merge-mark", "merge-mark", "duplicate-key", "merge-mark"]);
    expect(toData(tree)).toEqual({ a: 1, b: 2, c: 3 });
  });
  it.each(['{\n<<<<<< HEAD\n"a": 1}', '{\n =======\n"a": 1}', '{\n=======x\n"a": 1}', '{ ======= "a": 1}'])(
    "are nothing else: %j",
    (text) => {
      expect(parseJson(text).problems.map(({ code }) => code)).not.toContain("merge-mark");
    },
  );
  it("may be half typed", () => {
    for (let end = 0; end <= conflict.length; end++) expect(() => parseJson(conflict.slice(0, end))).not.toThrow();
  });
});

describe("problems stand where something has to change", () => {
  it.each([
    ['{"a":1,}', ["trailing-comma@6-7"]],
    ['{"a":[1,2,],}', ["trailing-comma@9-10", "trailing-comma@11-12"]],
    ['{"a":1 "b":2}', ["missing-comma@5-6"]],
    ["[1 2]", ["missing-comma@1-2"]],
    ["[1,,2]", ["extra-comma@3-4"]],
    ["[,1]", ["extra-comma@1-2"]],
    ['{"a":[1,2}', ["unclosed-bracket@5-6"]],
    ['{"a":{"b":1}', ["unclosed-bracket@0-1"]],
    ["[1,2", ["unclosed-bracket@0-1"]],
    ["[1]]", ["extra-content@3-4"]],
    ['{"a":[1}]}', ["unclosed-bracket@5-6", "extra-content@8-10"]],
    ['// x\n{"a":/*y*/1}', ["comment@0-4", "comment@10-15"]],
    ['{"a":1 ???? "b":2}', ["missing-comma@5-6", "unexpected-character@7-11"]],
    ["{a:1}", ["unquoted-name@1-2"]],
    ["{'a':'x'}", ["single-quotes@1-4", "single-quotes@5-8"]],
    ['{"a":True,"b":None}', ["bad-literal@5-9", "unquoted-text@14-18"]],
    ['{"a":01}', ["bad-number@5-7"]],
    ['{"a":+1}', ["bad-number@5-7"]],
    ['{"a":1.}', ["bad-number@5-7"]],
    ['{"a":"\\x"}', ["bad-escape@6-8"]],
    ['{"a":"\\u12"}', ["bad-escape@6-10"]],
    ['{"a":"b\tc"}', ["control-character@7-8"]],
    ['{"a":"one\ntwo","b":1}', ["control-character@9-10"]],
    ['{"a":"open\n,"b":1}', ["unclosed-string@5-10"]],
    ['{"a" 1}', ["missing-colon@1-4"]],
    ['{"a":}', ["missing-value@1-5"]],
    ['{"a":,"b":1}', ["missing-value@1-5"]],
    ['{"a":\n"b":1}', ["missing-value@1-5", "missing-comma@4-5"]],
    ["{}x", ["extra-content@2-3"]],
    ["", ["empty@0-0"]],
    ["  ", ["empty@0-0"]],
    ['{"a":1,"a":2}', ["duplicate-key@7-10"]],
    ["\u00a0{}", ["foreign-blank@0-1"]],
    ["{]}", ["unmatched-bracket@1-2"]],
  ])("%j", (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it("names the bracket that lost its partner by the indentation of what follows", () => {
    const text = '{\n  "a": {\n    "b": [\n      1\n    ],\n  "c": {\n    "d": 2\n  }\n}\n';
    expect(problems(text).filter((problem) => problem.startsWith("unclosed"))).toEqual([
      `unclosed-bracket@${text.indexOf("{", 3)}-${text.indexOf("{", 3) + 1}`,
    ]);
  });
});

describe("normal input", () => {
  it.each([
    ["a byte order mark", '\ufeff{"a":1}', { a: 1 }],
    ["CRLF", '{\r\n"a":\r\n1}', { a: 1 }],
    ["a lone carriage return", '{\r"a":1\r}', { a: 1 }],
    ["tabs", '{\t"a":\t[\t1\t]}', { a: [1] }],
    ["lone surrogates", '{"a":"\\ud800"}', { a: "\ud800" }],
    ["a raw lone surrogate", '{"a":"\ud800"}', { a: "\ud800" }],
    ["escapes", '{"a\\n":"\\u0041\\"\\\\\\/\\b\\f\\r\\t"}', { "a\n": 'A"\\/\b\f\r\t' }],
    ["line separators in text", '{"a":"\u2028"}', { a: "\u2028" }],
    ["scalars at the root", "null", null],
    ["exponents", "[1e3,-0.5E-2]", [1000, -0.005]],
    ["duplicates, the last of which counts", '{"a":1,"a":2}', { a: 2 }],
  ])("%s", (_name, text, expected) => {
    const tree = parseJson(text);
    expect(tree.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(toData(tree)).toEqual(expected);
  });
  it("30 levels, and a hundred thousand", () => {
    expect(parseJson("[".repeat(30) + "]".repeat(30)).problems).toEqual([]);
    expect(parseJson("[".repeat(100_000) + "]".repeat(100_000)).problems).toEqual([]);
  });
  it("a line of 93 kB", () => {
    const text = JSON.stringify({ a: Array.from({ length: 9000 }, (_, i) => `value ${i}`) });
    expect(text.length).toBeGreaterThan(93_000);
    expect(toData(parseJson(text))).toEqual(JSON.parse(text));
  });
});

/** Ranges nest, children follow one another, and keys lie before their values. */
function expectSound(tree: Tree): void {
  // Of members with one name, or none, a pointer names the last: the others cannot be found by it.
  const unique = !tree.problems.some(({ code }) => code === "duplicate-key" || code === "missing-name");
  for (let node = 0; node < tree.size; node++) {
    expect(tree.start(node)).toBeLessThanOrEqual(tree.end(node));
    expect(tree.end(node)).toBeLessThanOrEqual(tree.text.length);
    const parent = tree.parent(node);
    if (parent >= 0) {
      expect(tree.start(node)).toBeGreaterThanOrEqual(tree.start(parent));
      expect(tree.end(node)).toBeLessThanOrEqual(Math.max(tree.end(parent), tree.end(node)));
    }
    if (unique && tree.kind(node) !== Kind.missing) expect(tree.at(tree.pointer(node))).toBeGreaterThanOrEqual(0);
  }
}

describe("laws", () => {
  it("a text is without errors exactly when JSON.parse accepts it, and then the data is the same", () => {
    const document = fc.jsonValue().map((value) => JSON.stringify(value, null, 1));
    const broken = fc
      .tuple(
        document,
        fc.nat(),
        fc.nat(3),
        fc.constantFrom("", ",", "}", "]", "{", "[", '"', ":", "\\", "\n", "x", "1", "/", "'", "\t"),
      )
      .map(([text, at, length, put]) => {
        const from = text.length ? at % text.length : 0;
        return text.slice(0, from) + put + text.slice(from + length);
      });
    fc.assert(
      fc.property(fc.oneof(document, broken), (text) => {
        let expected: unknown;
        let valid = true;
        try {
          expected = JSON.parse(text);
        } catch {
          valid = false;
        }
        const tree = parseJson(text);
        expect(
          tree.problems.some(({ severity }) => severity === "error"),
          text,
        ).toBe(!valid);
        if (valid) expect(toData(tree)).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
  });
  it("parsing never throws and the table is sound, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("{", "}", "[", "]", ",", ":", '"', "a", "1", " ", "\n", "\\", "/", "*", "'", "é"),
        }),
        (text) => expectSound(parseJson(text)),
      ),
      { numRuns: 2000 },
    );
  });
});
