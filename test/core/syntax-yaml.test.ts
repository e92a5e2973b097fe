import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { parseYaml } from "../../core/syntax/yaml.ts";
import { toData } from "../support/tree.ts";

const problems = (text: string): string[] => parseYaml(text).problems.map(({ code, start }) => `${code}@${start}`);

describe("YAML gives the same table", () => {
  it.each([
    ["block maps and lists", "a:\n  - 1\n  - b: two\n", { a: [1, { b: "two" }] }],
    ["flow collections", "a: { b: [1, two], c: }\n", { a: { b: [1, "two"], c: null } }],
    [
      "quoted and literal text",
      'a: "x\\ny"\nb: |\n  one\n  two\nc: >-\n  one\n  two\n',
      { a: "x\ny", b: "one\ntwo\n", c: "one two" },
    ],
    ["a byte order mark and CRLF", "\ufeffa: 1\r\nb: 2\r\n", { a: 1, b: 2 }],
    ["words that YAML 1.1 took for booleans", "a: on\nb: yes\n", { a: "on", b: "yes" }],
    ["aliases", "a: &x { k: 1 }\nb: *x\n", { a: { k: 1 }, b: { k: 1 } }],
    ["numeric keys", "200: ok\n", { "200": "ok" }],
    ["comments", "# top\na: 1 # end\n", { a: 1 }],
  ])("%s", (_name, text, expected) => {
    const tree = parseYaml(text);
    expect(tree.problems).toEqual([]);
    expect(toData(tree)).toEqual(expected);
  });
  it("knows the range of every key and value", () => {
    const text = "\ufeffoverview:\n  name: Weather\n";
    const tree = parseYaml(text);
    const node = tree.at("/overview/name");
    expect(text.slice(tree.keyStart(node), tree.keyEnd(node))).toBe("name");
    expect(text.slice(tree.start(node), tree.end(node))).toBe("Weather");
  });
});

describe("problems", () => {
  it.each([
    ["duplicate keys", "a: 1\na: 2\n", ["duplicate-key@5"]],
    ["a second document", "a: 1\n---\nb: 2\n", ["several-documents@5"]],
    ["an alias of nothing", "a: *x\n", ["bad-alias@3"]],
    ["nothing at all", "", ["empty@0"]],
    ["tabs as indentation", "a:\n\tb: 1\n", ["tab-as-indent@3"]],
  ])("%s", (_name, text, expected) => {
    expect(problems(text)).toEqual(expect.arrayContaining(expected));
  });
  it("an alias bomb ends in a problem and not in the memory", () => {
    const bomb = `a: &a [1,1,1,1,1,1,1,1,1,1]\n${[..."bcdefg"].map((name, index) => `${name}: &${name} [${Array(10).fill(`*${"abcdef"[index]}`).join(",")}]`).join("\n")}\n`;
    expect(problems(bomb).some((problem) => problem.startsWith("too-large"))).toBe(true);
  });
  it("circular aliases end", () => {
    expect(() => parseYaml("a: &a\n  b: *a\n")).not.toThrow();
  });
});

describe("what is opened and never closed ends with its line", () => {
  const slips: readonly (readonly [string, unknown, string])[] = [
    ['"x y', "x y", "The closing quote of this text is missing."],
    ["'it''s", "it''s", "The closing quote of this text is missing."],
    ["[x y, b", ["x y", "b"], 'This "[" is never closed.'],
    ["[x,", ["x"], 'This "[" is never closed.'],
    ["{", {}, 'This "{" is never closed.'],
    ["{ x: 1, y", { x: 1, y: null }, 'This "{" is never closed.'],
    ["{ x: 1, y:", { x: 1, y: null }, 'This "{" is never closed.'],
    ["{ x: [1, 2", { x: [1, 2] }, 'This "{" is never closed.;This "[" is never closed.'],
  ];
  it.each(slips)("%s", (value, data, problems) => {
    for (const end of ["\n", "", "\r\n", "  \n\n"])
      for (const rest of ["  next: 1\nlast: 2\n", ""]) {
        const text = `first:\n  value: ${value}${end}${end ? rest : ""}`;
        const tree = parseYaml(text);
        expect(tree.problems.map(({ message }) => message).join(";")).toBe(problems);
        const others = end && rest ? [{ next: 1 }, { last: 2 }] : [{}, {}];
        expect(toData(tree)).toEqual({ first: { value: data, ...others[0] }, ...others[1] });
      }
  });
  it("but goes on where the next line stands further in", () => {
    expect(problems('a: "x\n  y"\nb: [1,\n  2]\n')).toEqual([]);
  });
});

describe("laws", () => {
  it("what is written as YAML is read as the same data", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const data = JSON.parse(JSON.stringify(value)) as unknown;
        expect(JSON.stringify(toData(parseYaml(stringify(data))))).toBe(JSON.stringify(data));
      }),
      { numRuns: 300 },
    );
  });
  it("parsing never throws, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            "a",
            ":",
            " ",
            "\n",
            "-",
            "{",
            "}",
            "[",
            "]",
            "&",
            "*",
            "!",
            "|",
            ">",
            '"',
            "'",
            "#",
            "?",
            "%",
            "\t",
            ",",
          ),
        }),
        (text) => {
          parseYaml(text);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
