import { BACKSLASH, decodeString, isSpace, isWord, jsonDecoder, NUMBER, QUOTE } from "./json-text.ts";
import { Cuts, type OpenContainer, type Region, type RegionScan, unpaired } from "./region.ts";
import { lineEnd } from "./text.ts";
import { type FlatTree, Kind, NONE, type Node, TreeBuilder } from "./tree.ts";

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

interface Open {
  readonly node: Node;
  readonly object: boolean;
  /** Column of the first character of the line that opened it. */
  readonly indent: number;
  /** Column of its first member where that begins a line; -1 where it does not, -2 before there is one. */
  childColumn: number;
  /** What may come next: an item, or a comma. */
  afterItem: boolean;
  /** Offset of the last comma while no item followed it; -1 otherwise. */
  comma: number;
  /** Names of its members, where this scan looks for repetitions. */
  readonly keys: Names | undefined;
  /** Whether it began before the region. */
  readonly given: boolean;
}

/** From this many names on they are looked up in a set; before that comparing them is cheaper than building one. */
const SET_FROM = 10;

class Names {
  private readonly list: string[] = [];
  private set: Set<string> | undefined;
  /** Adds a name; answers whether it was there. */
  add(name: string): boolean {
    const { set, list } = this;
    const known = set ? set.has(name) : list.includes(name);
    if (known) return true;
    if (set) set.add(name);
    else if (list.push(name) >= SET_FROM) this.set = new Set(list);
    return false;
  }
}

class JsonScanner {
  private readonly text: string;
  private readonly region: Omit<Region, "text" | "stop">;
  private readonly cuts: Cuts | undefined;
  private pos = 0;
  private readonly builder: TreeBuilder;
  private readonly stack: Open[] = [];
  private root: Node = NONE;
  /** Whether the token at `pos` is the first of its line; if so `column` is where it stands. */
  private first = true;
  private column = 0;
  /** Where the line starts, and where its first token stands. */
  private line = 0;
  private indent = 0;
  private grow = false;
  private before = false;
  private unbalanced = 0;
  private irregular = false;
  /** Brackets since the last cut that have no partner since then. */
  private brackets = "";

  constructor(text: string, region: Omit<Region, "text" | "stop"> = WHOLE, cuts?: Cuts) {
    this.text = text;
    this.region = region;
    this.cuts = cuts;
    this.builder = new TreeBuilder(text.length);
    if (region.lineIndent >= 0) {
      this.first = false;
      this.indent = region.lineIndent;
    }
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

  /** The token at `pos` begins a member or item of a container: whether that is its first is remembered with its column. */
  private firstChild(open: Open): void {
    if (open.childColumn !== -2) return;
    open.childColumn = this.first ? this.column : -1;
    this.builder.childColumns[open.node] = open.childColumn;
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
    if (top.object) this.member(top);
    else this.value(top.node, -1, -1);
    top.afterItem = true;
  }

  /** Whether what begins with a character is a member or item for sure: leaves begin with nodes. */
  private isItem(top: Open, code: number): boolean {
    return code === QUOTE || (!top.object && (code === 0x7b || code === 0x5b || isWord(code)));
  }

  private missingComma(top: Open): void {
    const last = this.builder.last(top.node);
    if (last < 0) {
      this.before = true;
      return;
    }
    const end = this.builder.endOf(last);
    this.builder.problem("missing-comma", "A comma is missing after this value.", Math.max(end - 1, 0), end);
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

  /**
   * The container that a member or item belongs to which begins a line. Where it stands no further in than the line that opened
   * the container, the container's bracket is missing: when that is known, it is closed here.
   */
  private indented(given: Open): Open {
    let top = given;
    while (this.first && this.stack.length > 1 && this.column <= top.indent && this.isIndented(top)) {
      if (!this.region.recover) {
        this.irregular = true;
        return top;
      }
      const last = this.builder.last(top.node);
      this.stack.pop();
      this.unclosed(top, last >= 0 ? this.builder.endOf(last) : this.builder.startOf(top.node) + 1);
      // The comma after the missing bracket was taken for one before it.
      const { comma } = top;
      top = this.stack[this.stack.length - 1] as Open;
      top.afterItem = comma < 0;
      top.comma = comma;
    }
    return top;
  }

  /** Whether members of a container stand further in than its line, or would, were there any. */
  private isIndented(open: Open): boolean {
    if (open.childColumn !== -2) return open.childColumn > open.indent;
    const outer = this.stack[this.stack.indexOf(open) - 1];
    return outer !== undefined && outer.childColumn > outer.indent;
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

  /** Whether the string at the current position is a property name: a colon follows it on the same line. */
  private looksLikeName(): boolean {
    const end = lineEnd(this.text, this.pos);
    this.look(end);
    const line = this.text.slice(this.pos, end);
    return /^"(?:[^"\\]|\\.)*"\s*:/.test(line);
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
        this.look(this.pos);
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
    const far = quote < 0 || quote - lineBreak > 20_000;
    this.look(Math.min(far ? lineBreak + 20_001 : quote + 200, this.text.length));
    if (far || /^[\s,{}[\]]*$/.test(this.text.slice(lineBreak, quote))) return false;
    return /^"\s*(?:[,\]}]|$)/.test(this.text.slice(quote, quote + 200));
  }

  /** Remembers how far the scanner looked ahead. Beyond what it was given, it cannot know. */
  private look(end: number): void {
    this.cuts?.look(end);
    if (end >= this.text.length && this.region.more) this.grow = true;
  }

  private singleQuoted(): void {
    const end = lineEnd(this.text, this.pos);
    this.look(end);
    const close = this.text.indexOf("'", this.pos + 1);
    this.pos = close >= 0 && close < end ? close + 1 : end;
  }

  private close(object: boolean): void {
    const { builder, stack } = this;
    if (this.cuts) this.bracket(object);
    if (this.first && this.region.recover) {
      // A bracket that begins its line belongs to the container whose line stands in the same column.
      for (let top = stack[stack.length - 1]; top && this.column < top.indent && stack.length > 1; ) {
        if (!this.isIndented(top)) break;
        this.unclosed(stack.pop() as Open, this.pos);
        top = stack[stack.length - 1];
        if (top) top.afterItem = true;
      }
    }
    let depth = stack.length - 1;
    while (depth >= 0 && stack[depth]?.object !== object) depth--;
    const open = stack[depth];
    const askew = this.first && open !== undefined && this.column > open.indent && this.isIndented(open);
    if (this.first && open && this.column !== open.indent) this.irregular = true;
    if (!open || (askew && this.region.recover)) {
      const bracket = object ? "}" : "]";
      this.unbalance("unmatched-bracket", `This "${bracket}" closes nothing: remove it.`, this.pos, this.pos + 1);
      this.pos++;
      return;
    }
    while (stack.length - 1 > depth) this.unclosed(stack.pop() as Open, this.pos);
    stack.pop();
    if (open.comma >= 0)
      builder.problem(
        "trailing-comma",
        "A trailing comma is not allowed in JSON: remove it.",
        open.comma,
        open.comma + 1,
      );
    // The comma before a region is not seen in it.
    if (open.given && builder.last(open.node) < 0) this.before = true;
    builder.end(open.node, ++this.pos);
    const top = stack[stack.length - 1];
    if (top) top.afterItem = true;
  }

  private bracket(object: boolean): void {
    const { brackets } = this;
    if (brackets.endsWith(object ? "{" : "[")) this.brackets = brackets.slice(0, -1);
    else this.brackets += object ? "}" : "]";
  }

  private unbalance(code: string, message: string, start: number, end: number): void {
    this.unbalanced++;
    this.builder.problem(code, message, start, end);
  }

  private unclosed(open: Open, end: number): void {
    const start = this.builder.startOf(open.node);
    // The bracket of a container that began before the region is not in it.
    if (open.given) this.before = true;
    if (this.cuts) this.brackets = unpaired(this.cuts.undo(start) + this.brackets);
    this.unbalance("unclosed-bracket", `This "${open.object ? "{" : "["}" is never closed.`, start, start + 1);
    this.builder.end(open.node, end);
  }

  /** At the end of the text: what is still open is reported once, at the innermost bracket. */
  private closeAll(): void {
    const innermost = this.stack[this.stack.length - 1];
    if (!innermost) return;
    this.unclosed(innermost, this.text.length);
    for (const open of this.stack) {
      if (open.given) this.before = true;
      this.builder.end(open.node, this.text.length);
    }
    this.stack.length = 0;
  }

  /** Skips white space; comments and foreign blanks are reported and skipped too. */
  private skip(): void {
    const { text } = this;
    let pos = this.pos;
    let first = pos === 0 && this.first;
    let { line } = this;
    for (;;) {
      const code = text.charCodeAt(pos);
      if (code === 0x20 || code === 0x09) pos++;
      else if (code === 0x0a || code === 0x0d) {
        first = true;
        line = ++pos;
      } else if (code > 0x7f ? isForeign(code) : code === 0x2f || code === 0x0b || code === 0x0c) {
        const end = this.foreign(pos, code);
        if (end < 0) break;
        if (code === 0x2f) first = false;
        pos = end;
      } else break;
    }
    this.pos = pos;
    this.first = first;
    this.line = line;
    if (first) this.indent = this.column = pos - line;
  }

  /** Reports a comment or a blank that JSON does not know; answers where it ends, or -1 where it is none. */
  private foreign(pos: number, code: number): number {
    const { text, builder } = this;
    if (code !== 0x2f) {
      const message = "An invisible character that JSON does not allow: replace it by a space.";
      builder.problem("foreign-blank", message, pos, pos + 1);
      return pos + 1;
    }
    const kind = text.charCodeAt(pos + 1);
    if (kind !== 0x2f && kind !== 0x2a) return -1;
    let end: number;
    if (kind === 0x2f) end = lineEnd(text, pos);
    else {
      const close = text.indexOf("*/", pos + 2);
      end = close < 0 ? text.length : close + 2;
    }
    if (end >= text.length) this.look(end);
    builder.problem("comment", "Comments are not allowed in JSON: remove it.", pos, end);
    return end;
  }
}

function isForeign(code: number): boolean {
  return code === 0xa0 || code === 0xfeff || code === 0x200b || code === 0x2028 || code === 0x2029;
}
