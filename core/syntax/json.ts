import { BACKSLASH, decodeString, isSpace, isWord, jsonDecoder, NUMBER, QUOTE } from "./json-text.ts";
import { indentOf, isFirstOnLine, lineEnd } from "./text.ts";
import { Kind, NONE, type Node, type Tree, TreeBuilder } from "./tree.ts";

/**
 * Strict JSON (RFC 8259) with recovery: every departure is reported where the author has to change something, and the rest of
 * the document is kept. A text without errors is exactly a text that JSON.parse accepts (a byte order mark aside).
 */
export function parseJson(text: string): Tree {
  return new JsonScanner(text).run();
}

interface Open {
  readonly node: Node;
  readonly object: boolean;
  /** Column of the first character of the line that opened it, and whether the closing bracket is expected in that column. */
  readonly indent: number;
  /** What may come next: an item, or a comma. */
  afterItem: boolean;
  /** Offset of the last comma while no item followed it; -1 otherwise. */
  comma: number;
  readonly keys: Map<string, number>;
}

class JsonScanner {
  private readonly text: string;
  private pos = 0;
  private readonly builder = new TreeBuilder();
  private readonly stack: Open[] = [];
  private root: Node = NONE;
  /** First container whose closing bracket stood in another column than its line; the likely culprit of a missing bracket. */
  private suspect: Open | undefined;

  constructor(text: string) {
    this.text = text;
  }

  run(): Tree {
    const { text, builder } = this;
    if (text.charCodeAt(0) === 0xfeff) this.pos = 1;
    for (;;) {
      this.skip();
      if (this.pos >= text.length) break;
      const top = this.stack[this.stack.length - 1];
      if (!top) {
        if (this.root >= 0) {
          builder.problem(
            "extra-content",
            "There is text after the end of the document: remove it.",
            this.pos,
            text.length,
          );
          break;
        }
        this.value(NONE, -1, -1);
        continue;
      }
      this.step(top);
    }
    this.closeAll();
    if (this.root < 0) {
      builder.problem("empty", "The file is empty: a JSON document is expected.", 0, 0);
      this.root = builder.add(Kind.missing, this.pos, this.pos, NONE);
    }
    return builder.finish(text, "json", this.root, jsonDecoder);
  }

  /** One item, comma or bracket within a container. */
  private step(top: Open): void {
    const { text, builder } = this;
    const code = text.charCodeAt(this.pos);
    if (code === 0x7d || code === 0x5d) return this.close(code === 0x7d);
    if (code === 0x2c) {
      if (!top.afterItem)
        builder.problem("extra-comma", "A comma with nothing before it: remove it.", this.pos, this.pos + 1);
      else top.comma = this.pos;
      top.afterItem = false;
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
    if (top.afterItem) {
      const end = builder.endOf(builder.last(top.node));
      builder.problem("missing-comma", "A comma is missing after this value.", Math.max(end - 1, 0), end);
    }
    top.comma = -1;
    if (top.object) this.member(top);
    else this.value(top.node, -1, -1);
    top.afterItem = true;
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
      builder.problem(
        "unexpected-character",
        "Unexpected character: a property name in double quotes is expected.",
        keyStart,
        this.pos,
      );
      return;
    }
    const keyEnd = this.pos;
    const name = decodeString(text, keyStart, keyEnd);
    const before = top.keys.get(name);
    if (before !== undefined)
      builder.problem(
        "duplicate-key",
        `The property "${name}" is given twice; the last one counts.`,
        keyStart,
        keyEnd,
        "warning",
      );
    top.keys.set(name, keyStart);
    this.skip();
    const next = text.charCodeAt(this.pos);
    if (next === 0x3a) this.pos++;
    else {
      builder.problem("missing-colon", `A colon and a value are missing after "${name}".`, keyStart, keyEnd);
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
      (value === QUOTE && this.nameOnNextLine(colonEnd))
    ) {
      builder.problem("missing-value", `The property "${name}" has no value.`, keyStart, colonEnd);
      builder.add(Kind.missing, colonEnd, colonEnd, top.node, keyStart, keyEnd);
      return;
    }
    this.value(top.node, keyStart, keyEnd);
  }

  /** Whether the string at the current position is a property name: a colon follows it on the same line. */
  private looksLikeName(): boolean {
    const line = this.text.slice(this.pos, lineEnd(this.text, this.pos));
    return /^"(?:[^"\\]|\\.)*"\s*:/.test(line);
  }
  private nameOnNextLine(after: number): boolean {
    return lineEnd(this.text, after) < this.pos && this.looksLikeName();
  }

  private value(parent: Node, keyStart: number, keyEnd: number): void {
    const { text, builder } = this;
    const start = this.pos;
    const code = text.charCodeAt(start);
    let node: Node;
    if (code === 0x7b || code === 0x5b) {
      const object = code === 0x7b;
      this.pos++;
      node = builder.add(object ? Kind.object : Kind.array, start, this.pos, parent, keyStart, keyEnd);
      this.stack.push({
        node,
        object,
        indent: indentOf(this.text, start),
        afterItem: false,
        comma: -1,
        keys: new Map(),
      });
    } else if (code === QUOTE) {
      this.string();
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
        // A run of foreign characters is one mistake, not many.
        while (
          this.pos < text.length &&
          !isSpace(text.charCodeAt(this.pos)) &&
          !/["{}[\],:]/.test(text[this.pos] as string)
        )
          this.pos++;
        builder.problem("unexpected-character", "Unexpected text: a value is expected.", start, this.pos);
      }
      node = builder.add(Kind.missing, start, this.pos, parent, keyStart, keyEnd);
    }
    if (parent < 0 && this.root < 0) this.root = node;
  }

  private word(parent: Node, keyStart: number, keyEnd: number): Node {
    const { text, builder } = this;
    const start = this.pos;
    while (isWord(text.charCodeAt(this.pos))) this.pos++;
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

  /** Scans a string from its opening quote; reports control characters, bad escapes and a missing closing quote. */
  private string(): void {
    const { text, builder } = this;
    const start = this.pos;
    let at = start + 1;
    let control = -1;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        at++;
        break;
      }
      if (code === BACKSLASH) {
        const escaped = text[at + 1] ?? "";
        if (escaped === "u") {
          const digits = /^[0-9a-fA-F]{0,4}/.exec(text.slice(at + 2, at + 6))?.[0].length ?? 0;
          if (digits < 4)
            builder.problem("bad-escape", "Four hexadecimal digits are expected after \\u.", at, at + 2 + digits);
        } else if (!'"\\/bfnrt'.includes(escaped) || escaped === "")
          builder.problem(
            "bad-escape",
            `"\\${escaped}" is no escape of JSON: write "\\\\" for a backslash.`,
            at,
            at + 2,
          );
        // An escaped line break is none: the loop sees the break itself and decides whether the string goes on.
        at += escaped === "\n" || escaped === "\r" || escaped === "" ? 1 : 2;
        continue;
      }
      if (Number.isNaN(code) || ((code === 0x0a || code === 0x0d) && !this.continues(at))) {
        builder.problem(
          "unclosed-string",
          "The closing quote of this text is missing.",
          start,
          Math.min(at, text.length),
        );
        this.pos = Math.min(at, text.length);
        return;
      }
      if (code < 0x20 && control < 0) control = at;
      at++;
    }
    if (control >= 0)
      builder.problem(
        "control-character",
        "Control characters such as tabs and line breaks are written as \\t and \\n in JSON.",
        control,
        control + 1,
      );
    this.pos = at;
  }

  /**
   * Whether a string goes on over a line break: the next quote closes it (a comma, colon or bracket follows), rather than
   * opening the next property, as it does when the closing quote was not typed yet.
   */
  private continues(lineBreak: number): boolean {
    const quote = this.text.indexOf('"', lineBreak);
    if (quote < 0 || quote - lineBreak > 20_000) return false;
    if (/^[\s,{}[\]]*$/.test(this.text.slice(lineBreak, quote))) return false;
    return /^"\s*(?:[,\]}]|$)/.test(this.text.slice(quote, quote + 200));
  }

  private singleQuoted(): void {
    const end = lineEnd(this.text, this.pos);
    const close = this.text.indexOf("'", this.pos + 1);
    this.pos = close >= 0 && close < end ? close + 1 : end;
  }

  private close(object: boolean): void {
    const { builder } = this;
    let depth = this.stack.length - 1;
    while (depth >= 0 && this.stack[depth]?.object !== object) depth--;
    if (depth < 0) {
      builder.problem(
        "unmatched-bracket",
        `This "${object ? "}" : "]"}" closes nothing: remove it.`,
        this.pos,
        this.pos + 1,
      );
      this.pos++;
      return;
    }
    while (this.stack.length - 1 > depth) this.unclosed(this.stack.pop() as Open, this.pos);
    const open = this.stack.pop() as Open;
    if (open.comma >= 0)
      builder.problem(
        "trailing-comma",
        "A trailing comma is not allowed in JSON: remove it.",
        open.comma,
        open.comma + 1,
      );
    if (
      !this.suspect &&
      isFirstOnLine(this.text, this.pos) &&
      indentOf(this.text, this.pos) !== open.indent &&
      indentOf(this.text, builder.startOf(open.node)) === open.indent
    )
      this.suspect = open;
    builder.end(open.node, ++this.pos);
    this.afterValue();
  }

  private afterValue(): void {
    const top = this.stack[this.stack.length - 1];
    if (top) top.afterItem = true;
  }

  private unclosed(open: Open, end: number): void {
    const start = this.builder.startOf(open.node);
    this.builder.problem("unclosed-bracket", `This "${open.object ? "{" : "["}" is never closed.`, start, start + 1);
    this.builder.end(open.node, end);
  }

  /** At the end of the text: what is still open is reported once, at the bracket that most likely lost its partner. */
  private closeAll(): void {
    if (!this.stack.length) return;
    const innermost = this.stack[this.stack.length - 1] as Open;
    const culprit = this.suspect ?? innermost;
    const start = this.builder.startOf(culprit.node);
    this.builder.problem("unclosed-bracket", `This "${culprit.object ? "{" : "["}" is never closed.`, start, start + 1);
    for (const open of this.stack) this.builder.end(open.node, this.text.length);
    this.stack.length = 0;
  }

  /** Skips white space; comments and foreign blanks are reported and skipped too. */
  private skip(): void {
    const { text, builder } = this;
    for (;;) {
      const code = text.charCodeAt(this.pos);
      if (isSpace(code)) this.pos++;
      else if (code === 0x2f && (text.charCodeAt(this.pos + 1) === 0x2f || text.charCodeAt(this.pos + 1) === 0x2a)) {
        const start = this.pos;
        if (text.charCodeAt(start + 1) === 0x2f) this.pos = lineEnd(this.text, start);
        else {
          const close = text.indexOf("*/", start + 2);
          this.pos = close < 0 ? text.length : close + 2;
        }
        builder.problem("comment", "Comments are not allowed in JSON: remove it.", start, this.pos);
      } else if (
        code === 0xa0 ||
        code === 0xfeff ||
        code === 0x200b ||
        code === 0x0b ||
        code === 0x0c ||
        code === 0x2028 ||
        code === 0x2029
      ) {
        builder.problem(
          "foreign-blank",
          "An invisible character that JSON does not allow: replace it by a space.",
          this.pos,
          this.pos + 1,
        );
        this.pos++;
      } else return;
    }
  }
}
