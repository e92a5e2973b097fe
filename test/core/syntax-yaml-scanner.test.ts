import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { rules } from "../../core/checklist/generated.ts";
import type { Tree } from "../../core/syntax/tree.ts";
import { parseYaml } from "../../core/syntax/yaml.ts";
import { parseYamlByPackage } from "../../core/syntax/yaml-package.ts";
import { scanYaml } from "../../core/syntax/yaml-scanner.ts";
import { rules as changes } from "../../core/versioning/generated.ts";
import { readExample } from "../support/examples.ts";
import { corpus, filesBelow, hasCorpus, noCorpus, root } from "../support/paths.ts";

/** Where two node tables differ first, in words; empty where they are equal in every row, key, scalar and problem. */
function difference(actual: Tree, expected: Tree): string {
  const tables = [actual, expected].map((tree) => [JSON.stringify(tree.problems), tree.root, tree.size] as const);
  if (String(tables[0]) !== String(tables[1])) return `problems, root, size: ${tables.join(" instead of ")}`;
  for (let node = 0; node < expected.size; node++)
    for (const fact of [
      "kind",
      "start",
      "end",
      "keyStart",
      "keyEnd",
      "parent",
      "first",
      "next",
      "key",
      "scalar",
    ] as const) {
      const is = actual[fact](node);
      const should = expected[fact](node);
      if (!Object.is(is, should))
        return `node ${node}: ${fact} ${JSON.stringify(is)} instead of ${JSON.stringify(should)}`;
    }
  return "";
}

/**
 * The same for texts of which the package reads a part: what it finds nothing wrong with has the same values in the same places.
 * Collections may end elsewhere among the blanks after them, and of a broken text only that it is broken has to agree.
 */
function partDifference(text: string): string {
  const actual = parseYaml(text);
  const expected = parseYamlByPackage(text);
  if (expected.problems.length) return actual.problems.length ? "" : "no problem was found";
  if (actual.problems.length) return `problems ${JSON.stringify(actual.problems)}`;
  if (actual.size !== expected.size) return `${actual.size} nodes instead of ${expected.size}`;
  for (let node = 0; node < expected.size; node++)
    for (const fact of ["kind", "start", "keyStart", "keyEnd", "parent", "first", "next", "key", "scalar"] as const) {
      const is = actual[fact](node);
      const should = expected[fact](node);
      if (!Object.is(is, should))
        return `node ${node}: ${fact} ${JSON.stringify(is)} instead of ${JSON.stringify(should)}`;
    }
  return "";
}

/** How many texts the scanner read itself; the others are read by the package and need no comparison. */
class Share {
  private quick = 0;
  private all = 0;
  /** Holds the scanner against the package; answers whether the scanner read the text. */
  check(text: string): boolean {
    const tree = scanYaml(text);
    this.all++;
    if (!tree) return false;
    this.quick++;
    const found = difference(tree, parseYamlByPackage(text));
    if (found) expect.fail(`${found}\n${JSON.stringify(text.length > 2000 ? `${text.slice(0, 2000)}…` : text)}`);
    return true;
  }
  print(name: string): number {
    process.stdout.write(`${name}: ${this.quick} of ${this.all} texts read by the scanner itself\n`);
    return this.quick / this.all;
  }
}

/** Each text is read by the scanner, with LF and with CRLF, with and without a byte order mark and a last line break. */
const COVERED = `
a: 1
a:
a: |~
a:   |~
a: # c
a: |~# c|~|~b:
a: 1 # c
a: 1|~  # further in|~# not
a: 1|~  # one|~|~  # two|~b: 2
a:|~  b: 1|~  # as far|~c: 2
a:|~  b:|~    c: 1|~    # deep|~  # less|~d: 2
a:|~  b:|~    # c|~|~  # d|~e: 1
x:|~  a:|~    b: 1|~    # t|~y: 2
a:|~  - 1|~  # as far|~b: 2
a:|~  - 1|~    # further|~b: 2
a:|~# low|~  b: 1
# top|~a: 1
|~|~a: 1
   |~a: 1
  a: 1|~  b: 2
---|~a: 1
--- # c|~- 1
# c|~---|~a: 1
a:|~- 1|~- 2|~b: 3
a:|~  - 1|~  -|~  - 2
a:|~  -   # c|~|~  - 2
- 1|~# c|~-|~
- 1|~# c|~-|~- 2
- - 1|~  - 2|~- - - 3
- 1|~ - 2
- a: 1|~  b: 2|~-   c: 3|~    d: 4
- a:|~  - 1|~  b:|~    - 2
- a:|~    - 1|~- b:|~
-|~  a: 1|~-|~  - 2
-
- # c
- a|~-
- |~  # c|~- b
a:|~  plain text|~b: 2
a:|~|~  plain|~|~|~  text|~b: 2
a: one|~  two|~    three
a: one|~|~  two|~|~|~  three|~
a: one # c
a: one#two
a: one |~  two   |~b: 3
a: one|~ # c
a: b:c
a: b :c
a: http://x.y/z?q=1#f
a: -1|~b: -x|~c: ?x|~d: :x
a: x - y ? z
a: a[b]{c},d
a: x"y'z
a b: 1|~c  d : 2
a : 1
"a": 1|~'b': 2|~"c" : 3
"a b\\n": 1
'it''s': 'isn''t'
200: ok|~0x10: b|~1.0: c|~null: d|~true: e|~~: f
a: null|~b: Null|~c: NULL|~d: ~|~e: nULL|~f: nulls
a: true|~b: True|~c: TRUE|~d: false|~e: False|~f: FALSE|~g: tRUE|~h: yes|~i: on
a: 0|~b: -0|~c: +1|~d: 007|~e: 0o17|~f: 0o18|~g: 0xfF|~h: 0xg|~i: -0x1|~j: 1_000
a: 1.5|~b: .5|~c: 5.|~d: -.5|~e: 1e3|~f: 1.e-3|~g: .5E+2|~h: 1e|~i: .|~j: 1.2.3|~k: +|~l: -.
a: .inf|~b: -.inf|~c: +.Inf|~d: .INF|~e: .nan|~f: .NaN|~g: .NAN|~h: -.nan|~i: .iNF
a: 123456789012345678901234567890|~b: 1e400|~c: 2020-01-01|~d: 12:30|~e: 1 2|~f: 9007199254740993
a: ""|~b: ''|~c: " "|~d: "#"|~e: ': '
a: "\\0\\a\\b\\e\\f\\n\\r\\t\\v\\N\\_\\L\\P\\ \\"\\/\\\\"
a: "\\x41\\u00e9\\U0001F600\\ud83d\\ude00"
a: "one|~  two|~|~  three  |~   four"
a: "one\\|~  two\\|~  \\  three"
a: "one\\|~|~  two|~|~|~  three"
a: "one \\|~  two\\ |~  three	|~  four"
a: 'one|~  two|~|~|~  it''s|~  four  '
a:|~  "one|~  two"|~b: 1
a:|~  'one'|~b: 1
- "one|~  two"|~- 'x'
a: |-|~  x
a: "tab	in"|~b: tab	in
a: |~  - b|~  -  c
a: ||~  one|~  two|~b: 1
a: ||~  one|~    two|~|~  three|~|~|~b: 1
a: |-|~  one|~|~b: 1
a: |+|~  one|~|~|~b: 1
a: |+|~|~|~b: 1
a: ||~|~|~b: 1
a: ||~b: 1
a: >|~b: 1
a: ||~|~|~  one
a: |2|~    one|~  two
a: |2-|~    one
a: |-2|~    one
a: |1|~  one|~ two
a: |+1|~  one|~   |~b: 1
a:|~  b: |2|~      one|~    two|~  c: 1
- |2|~    one|~- ||~  two
- a: |2|~      one|~  b: 1
a: | # c|~  one
a: |	|~  one
a: >|~  one|~  two|~|~  three|~|~|~  four
a: >|~  one|~    two|~    three|~  four|~|~    five|~|~  six
a: >-|~|~  one|~  	two|~  three
a: >+|~  one|~  two|~|~|~b: 1
a: ||~  # no comment|~  b: c|~# one
a: ||~    x|~  # c|~b: 1
a:|~  b: ||~      x|~   # c|~d: 1
a: ||~  x|~ |~     |~b: 1
a: ||~  x|~   
a: ||~  tab	in|~  	tab
a: {}
a: []
a: { }|~b: [ ]
a: {b: 1, c: d e, "f": 'g'}
a: [1, two, "three", 'four', null, ~, true, 1.5]
a: {b: {c: [1, {d: 2}]}, e: [[], {}]}
a: {b, c: , d:, "e", f: }
a: [1, 2, ]|~b: {c: 1, }
a: [ # c|~  1, # d|~  # e|~  2|~  ]
a: {|~  b: 1,|~|~  c: 2|~}
a:|~  {b: 1,|~  c: 2}
a: [|~  one|~  two, three|~|~  four|~]
a: {b: "one|~  two", c: one|~  two}
a: [-1, a:b, a#b, -x, http://x.y]
a: {b:{c: 1}, d:[2], "e":3, 'f':4,"g":"h"}
a: {a: 1, a: 2}
- [a, b]|~- {c: d}
- - [a]|~  - {b: 1} # c
{"a": 1, "b": [true, null], "c": {"d": "e\\n"}}
{|~"a": 1,|~"b": "c|~d"|~}
[1,|~2]|~# c
{|~	"a": 1,|~	"b": 2|~}
a: 1|~a: 2
a: 1|~"a": 2|~'a': 3
1: a|~0x1: b|~1.0: c
null: a|~"": b|~~: c
a:|~  b: 1|~  b: 2|~b: 3
a: 1|~b: 2|~c: 3|~d: 4|~e: 5|~f: 6|~g: 7|~h: 8|~i: 9|~a: 10
plain
"quoted"
'one|~two'
12
~
é: ü|~日本: 語|~"😀": 😀
__proto__: 1|~constructor: 2
<<: 1
a: <<
a: =
`
  .split("\n")
  .slice(1, -1);

/** Texts that the scanner leaves to the package: not covered, malformed, or one character away from something covered. */
const LEFT = `
a: x: y
a: x:|~  y
a: "x": y
a: 'x
a: "x
a: "x|~y"
a: "\\q"
a: "\\x4"
a: "\\U00110000"
a: "x" y
a: "x"# c
"a": 1|~"b":2
"a|~  b": 1
a|~b: 1
a: 1|~b
a: 1|~ b: 2
a:|~  b: 1|~ c: 2
a:|~  b: 1|~   c: 2
a: 1|~- 2
- 1|~a: 2
a: - 1
a: - 
a:|~  - 1|~ - 2
a: 1 # c|~  2
a: &x 1
a: *x
a: !!str 1
a: !x {}
&a a: 1
*a : 1
? a|~: b
? a
: a
a: ? b
%YAML 1.2|~---|~a: 1
a: 1|~---|~b: 2
a: 1|~...
---|~---|~a: 1
--- a: 1
--- a
--- |~...
	a: 1
a:|~	b: 1
a:	1
-	a
a: 1|~	# c
a: 1|~	|~b: 2
a	: 1
a: @x
a: \`x
a: %x
a: , x
a: ]
a: }
[a]: 1
{a: 1}: 2
a: [1
a: {b: 1
a: [1, 2}
a: [1] 2
a: [1]# c
a: [,]
a: [1,,2]
a: {,}
a: [1 2: 3]
a: [b: 1]
a: [? b]
a: {? b : 1}
a: {: b}
a: {b: - c}
a: {b: -}
a: [-, 1]
a: {b: |x}
a: {b: &x 1, c: *x}
a: {b: "x" "y"}
a: {"b" c}
a: {b|~  : 1}
a: [1,|~2]
a: {b: 1,|~c: 2}
a: {b: [1|~]}
a: [1, #c|~# d|~  2]
a: [1,#c|~  2]
a: {[b]: 1}
a: | x
a: |0|~  x
a: |10|~  x
a: |--|~  x
a: |#c|~  x
a: |
a: ||~   |~  x
a: |3|~  x
a: ||~  x|~ y
a: ||~  x|~	y
||~  x
a:|~  ||~  x
a:|~ b:|~#low|~   c|~   d
a:|~# low|~  b
[a,|~---|~]
`
  .split("\n")
  .slice(1, -1);

const unfoldCase = (line: string): string => line.replaceAll("|~", "\n");

describe("cases by hand", () => {
  it.each(COVERED)("the scanner reads %j", (line) => {
    const text = unfoldCase(line);
    const share = new Share();
    for (const variant of [text, `${text}\n`, `${text}\n\n  `, `\ufeff${text}\n`]) {
      expect(share.check(variant)).toBe(true);
      expect(share.check(variant.replaceAll("\n", "\r\n"))).toBe(true);
    }
  });
  it.each(LEFT)("the package reads %j", (line) => {
    const text = unfoldCase(line);
    expect(scanYaml(text)).toBeUndefined();
    expect(partDifference(text)).toBe("");
  });
  it("nothing to read, a lone CR and endless nesting are left to the package", () => {
    for (const text of [
      "",
      "\n",
      "# c\n",
      "\ufeff",
      "a: 1\rb: 2\n",
      "a: 1\r",
      "- ".repeat(400),
      "a: ".concat("[".repeat(5000)),
    ])
      expect(scanYaml(text)).toBeUndefined();
    const deep = Array.from({ length: 250 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("");
    expect(scanYaml(deep)).toBeUndefined();
  });
  it("a key may have 1,024 characters before its colon and no more", () => {
    expect(new Share().check(`${"k".repeat(1024)}: 1\n`)).toBe(true);
    expect(scanYaml(`${"k".repeat(1025)}: 1\n`)).toBeUndefined();
  });
  it("a run of blanks costs no more than its length", () => {
    const blanks = " ".repeat(200_000);
    for (const text of [
      `a: x${blanks}y\n`,
      `a: "x${blanks}\\n${blanks}"\n`,
      `a: x\n${blanks}y\n`,
      `a: |\n  x\n${blanks}\n`,
    ]) {
      const tree = scanYaml(text);
      expect(typeof tree?.scalar(1)).toBe("string");
    }
  });
});

/** The project's own YAML: the example connectors, and every example of a rule that is YAML. */
const connectors = filesBelow(path.join(root, "examples"))
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => readFileSync(file, "utf8"));
const ofRules = rules.flatMap((rule) =>
  [...rule.examples.bad, ...rule.examples.good, ...(rule.examples.fixed ?? [])].flatMap((text) =>
    readExample(text ?? "", rule.families[0]!).files.flatMap((file) => (/\.ya?ml$/.test(file.path) ? [file.text] : [])),
  ),
);
const ofChanges = changes.flatMap(({ examples }) =>
  examples
    .flatMap(({ before, after }) => [before, after])
    .filter((text) => !/^\s*[{[]/.test(text) && !text.startsWith("===")),
);
const examples = [...new Set([...connectors, ...ofRules, ...ofChanges])];

describe("the examples", () => {
  it("are read by the scanner itself", () => {
    const share = new Share();
    for (const text of examples) share.check(text);
    expect(examples.length).toBeGreaterThan(100);
    expect(share.print("examples")).toBeGreaterThanOrEqual(0.95);
  });
  it("and their prefixes are read the same", () => {
    const share = new Share();
    for (const text of examples) {
      // Long texts share their beginnings with others; of those every seventh prefix is enough.
      const step = text.length > 1500 ? 7 : text.length > 400 ? 3 : 1;
      for (let end = text.length % step; end <= text.length; end += step) share.check(text.slice(0, end));
    }
    expect(share.print("prefixes of the examples")).toBeGreaterThan(0.5);
  });
});

const FRAGMENTS = (
  "a|a: |k: v~|: |- |-|~|~|~  |~    |~~| |  |#| # c~|\"|'|\"q\"|''|\\n|\\~|{|}|[|]|,|{a: 1}|[x, y]|null|~true|1|0x1F|.5|1e3|\t|? |&a |*a|!!str " +
  '|---~|...~|%|\r~|:|~- |~  - |~# c~|~  # c~|~    # c~|@|~ a|~  b: c|~ c: d|{~|~}|~]|"a":|~  ~|- - |<<: |é'
)
  .split("|")
  .map((fragment) => fragment.replaceAll("~", "\n"))
  .concat("|\n", ">\n", "|-\n", ">+\n", "|2\n", "~", "\n  |\n");
const BASES = [
  "",
  "a: 1\nb:\n  - c\n  - d: e\n",
  "a: |\n  x\n  y\nb: >\n  p\n\n   q\n",
  "a: {b: 1, c: [d, e]}\n",
  "- a\n- - b\n  - c\n- d: e\n  f:\n  - g\n",
  "a:\n  b:\n    c: 1\n    # t\n  # u\nd:\n",
  "x: \"a\n  b\\\n  c\"\ny: 'p\n\n  q'\nz: w\n  v\n",
  ...examples.filter((text) => text.length < 1500),
];

const edit = fc.oneof(
  { weight: 5, arbitrary: fc.record({ at: fc.nat(), length: fc.constant(0), text: fc.constantFrom(...FRAGMENTS) }) },
  { weight: 2, arbitrary: fc.record({ at: fc.nat(), length: fc.integer({ min: 1, max: 5 }), text: fc.constant("") }) },
  {
    weight: 1,
    arbitrary: fc.record({ at: fc.nat(), length: fc.integer({ min: 1, max: 5 }), text: fc.constantFrom(...FRAGMENTS) }),
  },
  { weight: 1, arbitrary: fc.record({ at: fc.nat(), length: fc.constant(1e9), text: fc.constant("") }) },
  { weight: 1, arbitrary: fc.record({ at: fc.nat(), length: fc.constant(0), text: fc.nat() }) },
);

describe("laws", () => {
  it("after random edits both read the same, or the scanner leaves the text alone", () => {
    const share = new Share();
    fc.assert(
      fc.property(fc.constantFrom(...BASES), fc.array(edit, { minLength: 1, maxLength: 8 }), (base, edits) => {
        let text = base;
        for (const { at, length, text: insert } of edits) {
          const start = at % (text.length + 1);
          // A number pastes that part of the text itself.
          const from = typeof insert === "number" ? insert % (text.length + 1) : 0;
          const added = typeof insert === "number" ? text.slice(from, from + 20) : insert;
          text = text.slice(0, start) + added + text.slice(start + length);
        }
        share.check(text);
      }),
      { numRuns: 40_000 },
    );
    expect(share.print("random edits")).toBeGreaterThan(0.1);
  });
  it("documents made up of fragments are read the same", () => {
    const share = new Share();
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 14 }), (parts) => {
        share.check(parts.join(""));
      }),
      { numRuns: 40_000 },
    );
    expect(share.print("fragments")).toBeGreaterThan(0.02);
  });
  it("whatever data is written, and however, is read the same", () => {
    const share = new Share();
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4, stringUnit: "binary" }),
        fc.record({
          indent: fc.constantFrom(2, 4, 3),
          indentSeq: fc.boolean(),
          lineWidth: fc.constantFrom(0, 20, 40, 80),
          blockQuote: fc.constantFrom(true, false, "folded" as const, "literal" as const),
          collectionStyle: fc.constantFrom("any" as const, "block" as const, "flow" as const),
          defaultStringType: fc.constantFrom(
            "PLAIN" as const,
            "QUOTE_DOUBLE" as const,
            "QUOTE_SINGLE" as const,
            "BLOCK_LITERAL" as const,
            "BLOCK_FOLDED" as const,
          ),
        }),
        (value, options) => {
          share.check(
            stringify({ value, list: [value, "two words\nand a line"] }, { ...options, aliasDuplicateObjects: false }),
          );
        },
      ),
      { numRuns: 2000 },
    );
    expect(share.print("generated documents")).toBeGreaterThan(0.6);
  });
});

const STYLES = [
  {},
  { indent: 4, lineWidth: 0 },
  { blockQuote: "folded", lineWidth: 60 },
  { defaultStringType: "QUOTE_DOUBLE" },
  { defaultStringType: "QUOTE_SINGLE", lineWidth: 100 },
  { collectionStyle: "flow" },
  { indentSeq: false, blockQuote: "literal" },
  { blockQuote: false },
] as const;

if (!hasCorpus) process.stderr.write(`Skipped: ${noCorpus}.\n`);

describe.skipIf(!hasCorpus)(`real connectors as YAML (skipped when ${noCorpus})`, () => {
  it("are read the same in every style, nearly all by the scanner itself", () => {
    const files = filesBelow(path.join(corpus, "dev")).filter((file) => /\.json$/.test(file));
    const share = new Share();
    // One file in twelve, each in two of the styles: all of them take minutes, which the package needs.
    for (let index = 7; index < files.length; index += 12) {
      let data: unknown;
      const json = readFileSync(files[index] as string, "utf8").replace(/^\ufeff/, "");
      if (json.length > 150_000) continue;
      try {
        data = JSON.parse(json);
      } catch {
        continue;
      }
      for (const shift of [0, 3]) {
        const style = STYLES[(Math.floor(index / 12) + shift) % STYLES.length];
        const text = stringify(data, { ...style, aliasDuplicateObjects: false });
        share.check(index % 3 ? text : text.replaceAll("\n", "\r\n"));
      }
    }
    expect(share.print("real connectors")).toBeGreaterThanOrEqual(0.95);
  });
});
