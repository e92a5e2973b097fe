import { Kind, type Node } from "./tree.ts";
import type { TreeBuilder } from "./tree-builder.ts";
import type { OpenKeys } from "./yaml-keys.ts";
import {
  APOSTROPHE,
  COLON,
  COMMA,
  CR,
  DASH,
  flowPlainLine,
  flowPlainRest,
  HASH,
  isEmptyAt,
  isFlowIndicator,
  isPlainStart,
  LF,
  nextLine,
  QUOTE,
  quotedEnd,
  SPACE,
  skipBlanks,
  skipSpaces,
  TAB,
} from "./yaml-lexemes.ts";
import { plainKind } from "./yaml-values.ts";

const OPEN_MAP = 0x7b;
const CLOSE_MAP = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;

/** Brackets within brackets are read by recursion; what goes deeper than this is left to the full parser. */
const MAX_DEPTH = 100;

/** Flow collections, on one line or over several. Answers are offsets, or -1 for what is left to the full parser. */
export class FlowScanner {
  private readonly text: string;
  private readonly builder: TreeBuilder;
  private readonly keys: OpenKeys;
  /** Indentation that lines within the outermost bracket need. */
  private minIndent = 0;
  /** End of the line where brackets that are never closed end all the same; -1 where they may go on. */
  private limit = -1;
  private depth = 0;

  constructor(text: string, builder: TreeBuilder, keys: OpenKeys) {
    this.text = text;
    this.builder = builder;
    this.keys = keys;
  }

  static opens(code: number): boolean {
    return code === OPEN_MAP || code === OPEN_LIST;
  }

  /** Adds the collection that opens at `start`; answers the offset after its closing bracket. */
  scan(start: number, minIndent: number, parent: Node, keyStart: number, keyEnd: number): number {
    this.minIndent = minIndent;
    this.depth = 0;
    this.limit = -1;
    return this.collection(start, parent, keyStart, keyEnd);
  }
  /** The same for brackets that are never closed, and so end with their line at `limit`. */
  scanOpen(start: number, limit: number, parent: Node, keyStart: number, keyEnd: number): number {
    this.minIndent = -1;
    this.depth = 0;
    this.limit = limit;
    return this.collection(start, parent, keyStart, keyEnd);
  }

  private collection(start: number, parent: Node, keyStart: number, keyEnd: number): number {
    if (++this.depth > MAX_DEPTH) return -1;
    const { text, builder } = this;
    const map = text.charCodeAt(start) === OPEN_MAP;
    const close = map ? CLOSE_MAP : CLOSE_LIST;
    const node = builder.add(map ? Kind.object : Kind.array, start, start, parent, keyStart, keyEnd);
    if (map) this.keys.open();
    let at = this.skip(start + 1);
    for (;;) {
      if (at < 0) return -1;
      if (this.ended(at)) return this.neverClosed(node, map, start);
      if (text.charCodeAt(at) === close) break;
      at = map ? this.member(at, node) : this.value(at, node, -1, -1);
      if (at < 0) return -1;
      at = this.skip(at);
      if (at < 0) return -1;
      if (this.ended(at)) continue;
      const code = text.charCodeAt(at);
      if (code === COMMA) at = this.skip(at + 1);
      else if (code !== close) return -1;
    }
    if (map) this.keys.close();
    builder.end(node, at + 1);
    this.depth--;
    return at + 1;
  }

  /** Whether everything on the line of brackets that are never closed was read. */
  private ended(at: number): boolean {
    return this.limit >= 0 && at >= this.limit;
  }
  private neverClosed(node: Node, map: boolean, start: number): number {
    const { builder, limit } = this;
    builder.problem("missing-char", `This "${map ? "{" : "["}" is never closed.`, start, start + 1);
    if (map) this.keys.close();
    builder.end(node, limit);
    this.depth--;
    return limit;
  }

  private member(start: number, map: Node): number {
    const { text, builder } = this;
    const quoted = isQuote(text.charCodeAt(start));
    let end: number;
    if (quoted) {
      end = quotedEnd(text, start, -1);
      if (end < 0) return -1;
    } else {
      if (!this.plainStart(start)) return -1;
      end = flowPlainLine(text, start);
    }
    const next = skipBlanks(text, end);
    const code = text.charCodeAt(next);
    if (code === COMMA || code === CLOSE_MAP || this.ended(next)) {
      this.keys.add(start, end);
      const empty = this.ended(next) ? end : end + 1;
      builder.add(Kind.missing, empty, empty, map, start, end);
      return next;
    }
    if (code !== COLON) return -1;
    this.keys.add(start, end);
    const empty = skipBlanks(text, next + 1);
    const at = this.skip(empty);
    if (at < 0) return -1;
    const value = text.charCodeAt(at);
    if (value === COMMA || value === CLOSE_MAP || this.ended(at)) {
      builder.add(Kind.missing, empty, empty, map, start, end);
      return at;
    }
    return this.value(at, map, start, end);
  }

  private value(start: number, parent: Node, keyStart: number, keyEnd: number): number {
    const { text, builder } = this;
    const code = text.charCodeAt(start);
    if (code === OPEN_MAP || code === OPEN_LIST) return this.collection(start, parent, keyStart, keyEnd);
    if (isQuote(code)) {
      const end = quotedEnd(text, start, this.minIndent);
      if (end >= 0) builder.add(Kind.string, start, end, parent, keyStart, keyEnd);
      return end;
    }
    if (!this.plainStart(start)) return -1;
    const line = flowPlainLine(text, start);
    const end = this.limit < 0 ? flowPlainRest(text, line, this.minIndent) : line;
    if (end < 0) return -1;
    const kind = end === line ? plainKind(text, start, end) : Kind.string;
    builder.add(kind, start, end, parent, keyStart, keyEnd);
    return end;
  }

  private plainStart(at: number): boolean {
    const code = this.text.charCodeAt(at);
    if (code === COLON || code === 0x3f) return false;
    return isPlainStart(this.text, at) && !(code === DASH && isFlowIndicator(this.text.charCodeAt(at + 1)));
  }

  /** The next character that is neither blank, break nor comment. */
  private skip(from: number): number {
    const { text } = this;
    let at = from;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === SPACE || code === TAB) at++;
      else if (code === HASH) {
        // The full parser wants a blank before it, and at the start of a line it mostly misses one.
        if (this.limit >= 0 || !isEmptyAt(text, at - 1) || text.charCodeAt(at - 1) === LF) return -1;
        at = text.indexOf("\n", at);
        if (at < 0) return -1;
      } else if (this.ended(at)) return at;
      else if (code === LF || code === CR) {
        const line = nextLine(text, at);
        const spaces = skipSpaces(text, line);
        at = skipBlanks(text, spaces);
        const first = text.charCodeAt(at);
        if (first === LF || first === CR || first === HASH) continue;
        const indent = spaces - line;
        if (indent < this.minIndent && !(indent === this.minIndent - 1 && this.depth === 1 && isClose(first)))
          return -1;
        // It may be a marker that ends the document.
        if (indent === 0 && (first === DASH || first === 0x2e)) return -1;
      } else return at < text.length ? at : -1;
    }
  }
}

const isQuote = (code: number): boolean => code === QUOTE || code === APOSTROPHE;
const isClose = (code: number): boolean => code === CLOSE_MAP || code === CLOSE_LIST;
