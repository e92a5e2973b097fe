import { JsonBrackets, Names, type Open } from "./json-brackets.ts";
import { decodeString, isSpace, isWord, jsonDecoder, NUMBER, QUOTE } from "./json-text.ts";
import { Cuts, type OpenContainer, type Region, type RegionScan } from "./region.ts";
import { type FlatTree, Kind, NONE, type Node } from "./tree.ts";

/**
 * Strict JSON (RFC 8259) with recovery: every departure is reported where the author has to change something, and the rest of
 * the document is kept. A text without errors is exactly a text that JSON.parse accepts (a byte order mark aside).
 *
 * Where brackets do not match, the text is read once more with an eye on its indentation, so that a bracket that is missing in
 * one place is missed there, and what follows keeps its meaning.
 */
export function parseJson(text: string): FlatTree {
  let scan = new JsonScanner(text).run();
  if (scan.unbalanced) scan = new JsonScanner(text, { ...WHOLE, recover: true }).run();
  return scan.builder.finish(text, "json", scan.root, jsonDecoder);
}

/** Scans a stretch of a document. */
export function scanJson(region: Region): RegionScan {
  return new JsonScanner(region.text, region, new Cuts()).run();
}

/** Of members with the same name the last one counts. */
export function duplicateKey(name: string, start: number, end: number): [string, string, number, number, "warning"] {
  return ["duplicate-key", `The property "${name}" is given twice; the last one counts.`, start, end, "warning"];
}

const WHOLE = { boundary: -1, more: false, open: [], expected: [], lineIndent: -1, recover: false, duplicates: true };

class JsonScanner extends JsonBrackets {
  constructor(text: string, region: Omit<Region, "text" | "stop"> = WHOLE, cuts?: Cuts) {
    super(text, region, cuts);
    let parent: Node = NONE;
    for (const { kind, indent, childColumn } of region.open) {
      parent = this.builder.add(kind, 0, 0, parent);
      const object = kind === Kind.object;
      this.stack.push({
        node: parent,
        object,
        indent,
        childColumn,
        afterItem: false,
        comma: -1,
        keys: undefined,
        given: true,
      });
    }
    if (parent >= 0) this.root = 0;
  }

  run(): RegionScan {
    const { text, builder, stack } = this;
    const { boundary, open } = this.region;
    if (!open.length && text.charCodeAt(0) === 0xfeff) this.pos = 1;
    let outcome: RegionScan["outcome"] = boundary < 0 ? "aligned" : "grow";
    for (;;) {
      this.skip();
      if (boundary >= 0 && this.pos >= boundary) {
        if (this.pos === boundary) outcome = this.atBoundary() ? "aligned" : "shifted";
        break;
      }
      if (this.pos >= text.length) break;
      const top = stack[stack.length - 1];
      if (!top) {
        if (this.root >= 0) {
          this.unbalance(
            "extra-content",
            "There is text after the end of the document: remove it.",
            this.pos,
            text.length,
          );
          if (boundary >= 0) outcome = "shifted";
          // The brackets of what is not read are not known.
          this.brackets += "?";
          break;
        }
        this.value(NONE, -1, -1);
        continue;
      }
      this.step(top);
    }
    if (boundary < 0) {
      this.closeAll();
      if (this.root < 0) {
        builder.problem("empty", "The file is empty: a JSON document is expected.", 0, 0);
        this.root = builder.add(Kind.missing, this.pos, this.pos, NONE);
      }
    }
    return {
      given: this.region.open.length,
      outcome: this.grow ? "grow" : this.before ? "before" : outcome,
      builder,
      exit: stack.map(({ node }) => node),
      cuts: this.cuts?.list ?? [],
      root: this.root,
      brackets: this.brackets,
      unbalanced: this.unbalanced,
      irregular: this.irregular,
    };
  }

  /** Whether what is open where the region ends is what was open there before. A member or item follows. */
  private atBoundary(): boolean {
    const { expected } = this.region;
    const top = this.stack[this.stack.length - 1];
    const rest = top && this.indented(top);
    if (!rest) return false;
    if (rest.afterItem) this.missingComma(rest);
    this.firstChild(rest);
    if (this.stack.length !== expected.length) return false;
    for (const [depth, { object, indent, childColumn }] of this.stack.entries()) {
      const other = expected[depth] as OpenContainer;
      if ((other.kind === Kind.object) !== object) return false;
      if (other.indent === indent && other.childColumn === childColumn) continue;
      // As long as all brackets match, nothing depends on the indentation.
      if (this.region.recover) return false;
      this.irregular = true;
    }
    return true;
  }

  /** One item, comma or bracket within a container. */
  private step(given: Open): void {
    const { text, builder } = this;
    const code = text.charCodeAt(this.pos);
    if (code === 0x7d || code === 0x5d) return this.close(code === 0x7d);
    if (code === 0x2c) {
      if (!given.afterItem)
        builder.problem("extra-comma", "A comma with nothing before it: remove it.", this.pos, this.pos + 1);
      else given.comma = this.pos;
      given.afterItem = false;
      this.pos++;
      return;
    }
    if (code === 0x3a) {
      builder.problem(
        "unexpected-colon",
        "Unexpected colon: a comma or a closing bracket belongs here.",
        this.pos,
        this.pos + 1,
      );
      this.pos++;
      return;
    }
    const top = this.indented(given);
    if (top.afterItem) this.missingComma(top);
    this.firstChild(top);
    if (this.cuts?.wanted(this.pos, this.stack.length) && this.isItem(top, code)) this.cut(top);
    top.comma = -1;
    top.afterItem = true;
    if (top.object) this.member(top);
    else this.value(top.node, -1, -1);
  }

  /** Whether what begins with a character is a member or item for sure: leaves begin with nodes. */
  private isItem(top: Open, code: number): boolean {
    return code === QUOTE || (!top.object && (code === 0x7b || code === 0x5b || isWord(code)));
  }

  /** Divides the document before the member or item at `pos`, or before its line where it is the first of it. */
  private cut(top: Open): void {
    const { builder } = this;
    this.cuts?.add({
      offset: this.first ? this.line : this.pos,
      token: this.pos,
      nodes: builder.count,
      problems: builder.problems.length,
      container: top.node,
      before: builder.last(top.node),
      lineIndent: this.first ? -1 : this.indent,
      brackets: this.brackets,
    });
    this.brackets = "";
  }

  private member(top: Open): void {
    const { text, builder } = this;
    const keyStart = this.pos;
    const code = text.charCodeAt(this.pos);
    if (code === QUOTE) this.string();
    else if (code === 0x27) {
      this.singleQuoted();
      builder.problem("single-quotes", "Property names stand in double quotes.", keyStart, this.pos);
    } else if (isWord(code)) {
      while (isWord(text.charCodeAt(this.pos))) this.pos++;
      builder.problem("unquoted-name", "Property names stand in double quotes.", keyStart, this.pos);
    } else if (code === 0x7b || code === 0x5b) {
      builder.problem("missing-name", "A property name is missing before this value.", keyStart, keyStart + 1);
      this.value(top.node, keyStart, keyStart);
      return;
    } else {
      this.pos++;
      this.foreignText();
      builder.problem(
        "unexpected-character",
        "Unexpected character: a property name in double quotes is expected.",
        keyStart,
        this.pos,
      );
      // Nobody misses a comma behind it.
      top.afterItem = false;
      return;
    }
    const keyEnd = this.pos;
    if (top.keys) {
      const name = decodeString(text, keyStart, keyEnd);
      if (top.keys.add(name)) builder.problem(...duplicateKey(name, keyStart, keyEnd));
    }
    this.skip();
    const next = text.charCodeAt(this.pos);
    if (next === 0x3a) this.pos++;
    else {
      builder.problem(
        "missing-colon",
        `A colon and a value are missing after "${decodeString(text, keyStart, keyEnd)}".`,
        keyStart,
        keyEnd,
      );
      if (next !== QUOTE && next !== 0x7b && next !== 0x5b && !isWord(next)) {
        builder.add(Kind.missing, keyEnd, keyEnd, top.node, keyStart, keyEnd);
        return;
      }
      // A string that is followed by a colon is the next property: only this one's value is missing.
      if (next === QUOTE && this.looksLikeName()) {
        builder.add(Kind.missing, keyEnd, keyEnd, top.node, keyStart, keyEnd);
        return;
      }
    }
    const colonEnd = this.pos;
    this.skip();
    const value = text.charCodeAt(this.pos);
    if (
      this.pos >= text.length ||
      value === 0x2c ||
      value === 0x7d ||
      value === 0x5d ||
      (value === QUOTE && this.first && this.looksLikeName())
    ) {
      builder.problem(
        "missing-value",
        `The property "${decodeString(text, keyStart, keyEnd)}" has no value.`,
        keyStart,
        colonEnd,
      );
      builder.add(Kind.missing, colonEnd, colonEnd, top.node, keyStart, keyEnd);
      return;
    }
    this.value(top.node, keyStart, keyEnd);
  }

  private value(parent: Node, keyStart: number, keyEnd: number): void {
    const { text, builder } = this;
    const start = this.pos;
    const code = text.charCodeAt(start);
    let node: Node;
    if (code === 0x7b || code === 0x5b) {
      const object = code === 0x7b;
      this.pos++;
      if (this.cuts) this.brackets += object ? "{" : "[";
      node = builder.add(object ? Kind.object : Kind.array, start, this.pos, parent, keyStart, keyEnd);
      this.builder.indents[node] = this.indent;
      this.builder.childColumns[node] = -2;
      this.stack.push({
        node,
        object,
        indent: this.indent,
        childColumn: -2,
        afterItem: false,
        comma: -1,
        keys: object && this.region.duplicates ? new Names() : undefined,
        given: false,
      });
    } else if (code === QUOTE) {
      this.string();
      const after = text.charCodeAt(this.pos);
      if (after !== 0x2c && after > 0x0d) this.strayQuotes();
      node = builder.add(Kind.string, start, this.pos, parent, keyStart, keyEnd);
    } else if (code === 0x27) {
      this.singleQuoted();
      builder.problem("single-quotes", "Text stands in double quotes.", start, this.pos);
      node = builder.add(Kind.string, start, this.pos, parent, keyStart, keyEnd);
    } else if (isWord(code)) node = this.word(parent, keyStart, keyEnd);
    else {
      this.pos++;
      if (code === 0x7d || code === 0x5d || code === 0x2c || code === 0x3a || parent < 0) {
        builder.problem("unexpected-character", "Unexpected character: a value is expected.", start, this.pos);
        if (parent < 0) return;
      } else {
        this.foreignText();
        builder.problem("unexpected-character", "Unexpected text: a value is expected.", start, this.pos);
      }
      node = builder.add(Kind.missing, start, this.pos, parent, keyStart, keyEnd);
    }
    if (parent < 0 && this.root < 0) this.root = node;
  }

  /** A run of foreign characters is one mistake, not many. */
  private foreignText(): void {
    const { text } = this;
    while (
      this.pos < text.length &&
      !isSpace(text.charCodeAt(this.pos)) &&
      !/["{}[\],:]/.test(text[this.pos] as string)
    )
      this.pos++;
    if (this.pos >= text.length) this.look(this.pos);
  }

  private word(parent: Node, keyStart: number, keyEnd: number): Node {
    const { text, builder } = this;
    const start = this.pos;
    while (isWord(text.charCodeAt(this.pos))) this.pos++;
    if (this.pos >= text.length) this.look(this.pos);
    const word = text.slice(start, this.pos);
    if (word === "true" || word === "false")
      return builder.add(Kind.boolean, start, this.pos, parent, keyStart, keyEnd);
    if (word === "null") return builder.add(Kind.null, start, this.pos, parent, keyStart, keyEnd);
    if (NUMBER.test(word)) return builder.add(Kind.number, start, this.pos, parent, keyStart, keyEnd);
    const lower = word.toLowerCase();
    if (lower === "true" || lower === "false") {
      builder.problem("bad-literal", `Write ${lower} in lower case.`, start, this.pos);
      return builder.add(Kind.boolean, start, this.pos, parent, keyStart, keyEnd);
    }
    if (/^[+-]?[\d.]/.test(word)) {
      builder.problem("bad-number", `"${word}" is not a JSON number.`, start, this.pos);
      return builder.add(Kind.number, start, this.pos, parent, keyStart, keyEnd);
    }
    builder.problem(
      "unquoted-text",
      "Text stands in double quotes; only true, false, null and numbers go without.",
      start,
      this.pos,
    );
    return builder.add(Kind.string, start, this.pos, parent, keyStart, keyEnd);
  }
}
