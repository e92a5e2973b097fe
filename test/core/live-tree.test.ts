import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { LiveTree } from "../../core/syntax/live-tree.ts";
import { parse } from "../../core/syntax/parse.ts";
import { Reads, Unit } from "../../core/syntax/reads.ts";
import type { Language } from "../../core/syntax/tree.ts";
import { Editing, Random, treeDifference } from "../support/edits.ts";
import { filesBelow, root } from "../support/paths.ts";

const documents = filesBelow(path.join(root, "examples")).filter((file) => /\.(?:json|yaml)$/.test(file));
const languageOf = (file: string): Language => (file.endsWith(".json") ? "json" : "yaml");

/** The text with odd lay-outs, which the live document has to divide too. */
const layouts: Record<string, (text: string, json: boolean) => string> = {
  "as it is": (text) => text,
  "with CRLF": (text) => text.replace(/\n/g, "\r\n"),
  "on one line": (text, json) => (json ? JSON.stringify(JSON.parse(text)) : text),
  "with tabs": (text, json) => (json ? JSON.stringify(JSON.parse(text), null, "\t") : text),
  "with a byte order mark": (text) => `\ufeff${text}`,
  "without indentation": (text, json) => (json ? text.replace(/^[ ]+/gm, "") : text),
};

function follow(file: string, original: string, seed: number, edits: number): void {
  const random = new Random(seed);
  const editing = new Editing(random);
  let text = original;
  const tree = new LiveTree(text, languageOf(file), new Reads());
  expect(treeDifference(tree, parse(file, text))).toBe("");
  for (let i = 0; i < edits; i++) {
    const change = editing.next(text);
    const before = text;
    text = text.slice(0, change.start) + change.text + text.slice(change.end);
    tree.edit(change);
    const difference = treeDifference(tree, parse(file, text));
    if (difference) expect.fail(`${difference}\nafter ${JSON.stringify(change)} in ${JSON.stringify(before)}`);
    const offset = random.below(text.length + 1);
    if (text.slice(offset - 1, offset + 1) === "\r\n") continue;
    expect(tree.offset(tree.position(offset))).toBe(offset);
  }
}

describe("a live tree equals a fresh parse after every edit", () => {
  for (const [name, layout] of Object.entries(layouts))
    it(name, () => {
      documents.forEach((file, i) => {
        const text = layout(readFileSync(file, "utf8"), file.endsWith(".json"));
        follow(file, text, 31 * (i + 1), 120);
      });
    }, 120_000);

  it("where the text grows from nothing and shrinks to nothing", () => {
    for (const file of documents) {
      const text = readFileSync(file, "utf8");
      const tree = new LiveTree("", languageOf(file), new Reads());
      for (let end = 0; end < text.length; end += 97) {
        tree.edit({ start: end, end, text: text.slice(end, end + 97) });
        expect(treeDifference(tree, parse(file, text.slice(0, end + 97)))).toBe("");
      }
      while (tree.length) {
        const start = Math.floor(tree.length / 2);
        tree.edit({ start, end: start + 211, text: "" });
        if (start === 0) tree.edit({ start: 0, end: tree.length, text: "" });
        expect(treeDifference(tree, parse(file, tree.text))).toBe("");
      }
    }
  }, 120_000);
});

describe("an edit stays where it is", () => {
  const members = Array.from({ length: 300 }, (_, i) => [
    `Definition${i}`,
    { type: "object", description: "x".repeat(40) },
  ]);
  const text = JSON.stringify(
    { swagger: "2.0", definitions: Object.fromEntries(members), tags: [{ name: "last" }] },
    null,
    2,
  );

  it("nodes keep their numbers, and only what changed is heard of", () => {
    const reads = new Reads();
    const tree = new LiveTree(text, "json", reads);
    const doubtful = new Set<Unit<unknown>>();
    const at = (pointer: string) => tree.at(pointer);
    const first = new Unit(reads, doubtful, () => tree.scalar(at("/definitions/Definition3/type")));
    const last = new Unit(reads, doubtful, () => tree.scalar(at("/tags/0/name")));
    const names = new Unit(reads, doubtful, () => {
      let count = 0;
      for (let child = tree.first(at("/definitions")); child >= 0; child = tree.next(child)) count++;
      return count;
    });
    const missing = new Unit(reads, doubtful, () => tree.get(at("/definitions"), "New"));
    for (const unit of [first, last, names, missing]) unit.run();
    expect(doubtful.size).toBe(0);
    const node = at("/tags/0/name");
    const edit = (found: string, replacement: string): void => {
      const start = tree.text.indexOf(found);
      tree.edit({ start, end: start + found.length, text: replacement });
    };
    edit("{", "{\n\n");
    expect(doubtful.size).toBe(0);
    expect(at("/tags/0/name")).toBe(node);
    const description = tree.start(at("/definitions/Definition3/description")) + 3;
    tree.edit({ start: description, end: description, text: "y" });
    expect(doubtful.size).toBe(0);
    const type = tree.start(at("/definitions/Definition3/type")) + 3;
    tree.edit({ start: type, end: type, text: "s" });
    expect([...doubtful]).toEqual([first]);
    first.run();
    edit('"Definition7":', '"New": {},\n"Definition7":');
    expect(doubtful).toEqual(new Set([names, missing]));
    names.run();
    expect(names.value).toBe(301);
    missing.run();
    expect(missing.value).toBe(at("/definitions/New"));
    expect(treeDifference(tree, parse("a.json", tree.text))).toBe("");
  });

  it("a missing bracket is missed where it is missing, and the rest keeps its meaning", () => {
    const reads = new Reads();
    const tree = new LiveTree(text, "json", reads);
    const doubtful = new Set<Unit<unknown>>();
    const other = new Unit(reads, doubtful, () => tree.scalar(tree.at("/definitions/Definition200/type")));
    other.run();
    const end = tree.end(tree.at("/definitions/Definition100"));
    tree.edit({ start: end - 1, end, text: "" });
    expect(doubtful.size).toBe(0);
    expect(tree.problems.map(({ code }) => code)).toEqual(["unclosed-bracket"]);
    expect(tree.at("/definitions/Definition200/type")).toBeGreaterThan(0);
    expect(treeDifference(tree, parse("a.json", tree.text))).toBe("");
  });
});
