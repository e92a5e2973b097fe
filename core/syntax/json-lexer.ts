import { BACKSLASH, QUOTE } from "./json-text.ts";
import type { Cuts, Region } from "./region.ts";
import { lineEnd } from "./text.ts";
import { TreeBuilder } from "./tree-builder.ts";

/** Tokens of JSON: white space, strings and what is taken for them, with everything that is wrong within them. */
export class JsonLexer {
  protected readonly text: string;
  protected readonly region: Omit<Region, "text" | "stop">;
  protected readonly cuts: Cuts | undefined;
  protected readonly builder: TreeBuilder;
  protected pos = 0;
  /** Whether the token at `pos` is the first of its line; if so `column` is where it stands. */
  protected first = true;
  protected column = 0;
  /** Where the line starts, and where its first token stands. */
  protected line = 0;
  protected indent = 0;
  /** Whether more had to be seen than was given. */
  protected grow = false;

  constructor(text: string, region: Omit<Region, "text" | "stop">, cuts?: Cuts) {
    this.text = text;
    this.region = region;
    this.cuts = cuts;
    this.builder = new TreeBuilder(text.length);
    if (region.lineIndent >= 0) {
      this.first = false;
      this.indent = region.lineIndent;
    }
  }

  /** Whether the string at the current position is a property name: a colon follows it on the same line. */
  protected looksLikeName(): boolean {
    const end = lineEnd(this.text, this.pos);
    this.look(end);
    const line = this.text.slice(this.pos, end);
    return /^"(?:[^"\\]|\\.)*"\s*:/.test(line);
  }
  /** Scans a string from its opening quote; reports control characters, bad escapes and a missing closing quote. */
  protected string(): void {
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
  protected continues(lineBreak: number): boolean {
    const quote = this.text.indexOf('"', lineBreak);
    const far = quote < 0 || quote - lineBreak > 20_000;
    this.look(Math.min(far ? lineBreak + 20_001 : quote + 200, this.text.length));
    if (far || /^[\s,{}[\]]*$/.test(this.text.slice(lineBreak, quote))) return false;
    return /^"\s*(?:[,\]}]|$)/.test(this.text.slice(quote, quote + 200));
  }

  /**
   * Goes on behind a quote that does not close its text but stands in it, as one does that was typed by mistake: more text
   * follows, and a later quote of the line closes it. Quotes that open a text or close a name say that it is not so.
   */
  protected strayQuotes(): void {
    const { text, builder } = this;
    const from = this.pos;
    const first = skipBlanks(text, from);
    if (ENDS.includes(text[first] ?? "")) return;
    const limit = Math.min(from + STRAY_REACH, text.length);
    for (let at = first; at < limit; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x0a || code === 0x0d) break;
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) {
        const next = text[skipBlanks(text, at + 1)] ?? "";
        this.look(Math.min(at + 2, text.length));
        if (next === ":" || /[,:[{"]\s*$/.test(text.slice(Math.max(from, at - 20), at))) return;
        if (ENDS.includes(next)) {
          builder.problem("stray-quote", 'A quote within text is written as \\".', from - 1, from);
          this.pos = at + 1;
          return;
        }
      }
    }
    this.look(limit);
  }

  /** Remembers how far the scanner looked ahead. Beyond what it was given, it cannot know. */
  protected look(end: number): void {
    this.cuts?.look(end);
    if (end >= this.text.length && this.region.more) this.grow = true;
  }

  protected singleQuoted(): void {
    const end = lineEnd(this.text, this.pos);
    this.look(end);
    const close = this.text.indexOf("'", this.pos + 1);
    this.pos = close >= 0 && close < end ? close + 1 : end;
  }

  /** Skips white space; comments and foreign blanks are reported and skipped too. */
  protected skip(): void {
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
      } else if (
        code > 0x7f
          ? isForeign(code)
          : code === 0x2f || code === 0x0b || code === 0x0c || (isMark(code) && pos === line)
      ) {
        const end = this.foreign(pos, code);
        if (end < 0) break;
        if (code === 0x2f || isMark(code)) first = false;
        pos = end;
      } else break;
    }
    this.pos = pos;
    this.first = first;
    this.line = line;
    if (first) this.indent = this.column = pos - line;
  }

  /** Reports a comment, a mark of a merge or a blank that JSON does not know; answers where it ends, or -1 where it is none. */
  protected foreign(pos: number, code: number): number {
    const { text, builder } = this;
    if (isMark(code)) return this.mergeMark(pos, code);
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

  /** The lines that git writes around both sides of a conflict begin with seven equal signs of a kind. */
  private mergeMark(pos: number, code: number): number {
    const { text, builder } = this;
    this.look(Math.min(pos + 8, text.length));
    for (let at = pos; at < pos + 7; at++) if (text.charCodeAt(at) !== code) return -1;
    const after = text.charCodeAt(pos + 7);
    if (after > 0x20) return -1;
    const end = lineEnd(text, pos);
    this.look(end);
    builder.problem(
      "merge-mark",
      "A merge was not finished here: keep one of its sides and remove this line.",
      pos,
      end,
    );
    return end;
  }
}

/** What follows a text that is closed; nothing at the end of the document. */
const ENDS = ["", ",", "}", "]", ":", '"', "/", "\n", "\r"];
/** How far a quote that closes a text is looked for. */
const STRAY_REACH = 2000;

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09) at++;
  return at;
}

/** `<`, `=` and `>`. */
function isMark(code: number): boolean {
  return code >= 0x3c && code <= 0x3e;
}

function isForeign(code: number): boolean {
  return code === 0xa0 || code === 0xfeff || code === 0x200b || code === 0x2028 || code === 0x2029;
}
