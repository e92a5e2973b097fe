import { Cuts, type Region, type RegionScan } from "./region.ts";
import { type FlatTree, Kind, NONE, type Node } from "./tree.ts";
import { TreeBuilder } from "./tree-builder.ts";
import { YamlBlocks } from "./yaml-blocks.ts";
import { FlowScanner } from "./yaml-flow.ts";
import {
  APOSTROPHE,
  blockEnd,
  blockHeader,
  COLON,
  CR,
  DASH,
  HASH,
  headerDigit,
  isEmptyAt,
  isMarker,
  isOpenQuote,
  isPlainStart,
  LF,
  lastLineEnd,
  nextLine,
  plainLine,
  plainRest,
  QUOTE,
  quotedEnd,
  skipBlanks,
  skipSpaces,
  TAB,
} from "./yaml-lexemes.ts";
import { MAX_NODES } from "./yaml-limits.ts";
import { blockText, plainKind, yamlDecoder } from "./yaml-values.ts";

/**
 * Reads block YAML of the usual kind in one pass into the node table. Answers `undefined` for anything else: anchors, aliases,
 * tags, directives, several documents, complex keys, tabs as indentation, and every text that is malformed or doubtful, so that
 * its problems are found and worded in one place only. Where it answers, the table equals the full parser's, row by row.
 *
 * With `units`, the full parser reads only the member of the first or second level that is unusual, and the scanner the rest.
 */
export function scanYaml(text: string, units = false): FlatTree | undefined {
  if (hasLoneReturn(text)) return undefined;
  const scan = new YamlScanner(text, WHOLE, units).run();
  if (scan.outcome !== "aligned" || scan.builder.count > MAX_NODES) return undefined;
  return scan.builder.finish(text, "yaml", 0, yamlDecoder);
}

/** Scans a stretch of a document. */
export function scanYamlRegion(region: Region): RegionScan {
  if (hasLoneReturn(region.text)) return { ...NOTHING, builder: new TreeBuilder() };
  return new YamlScanner(region.text, region, true, new Cuts()).run();
}

/** A lone CR is text to the full parser; nobody means that. */
function hasLoneReturn(text: string): boolean {
  return text.includes("\r") && /\r(?!\n)/.test(text);
}

const NOTHING = {
  outcome: "whole",
  given: 0,
  exit: [],
  cuts: [],
  root: 0,
  brackets: "",
  unbalanced: 0,
  irregular: false,
} as const;
const WHOLE = { boundary: -1, more: false, open: [], expected: [], duplicates: true };

class YamlScanner extends YamlBlocks {
  run(): RegionScan {
    const outcome = this.read();
    const exit = [...this.nodes.subarray(0, this.top + 1)];
    const { builder } = this;
    const cuts = this.cuts?.list ?? [];
    const done = this.before ? "before" : outcome;
    const given = this.region.open.length;
    return { outcome: done, builder, given, exit, cuts, root: 0, brackets: "", unbalanced: 0, irregular: false };
  }

  private read(): RegionScan["outcome"] {
    const { text, region } = this;
    const { boundary } = region;
    if (!region.open.length) {
      if (text.charCodeAt(0) === 0xfeff) this.pos = 1;
      if (!this.seek(true) || this.column < 0) return "whole";
      const from = this.pos;
      if (!this.value(this.pos, this.column, true)) {
        if (this.top < 0) return "whole";
        const outcome = this.full(from);
        if (outcome) return outcome;
      }
    }
    for (;;) {
      const sought = this.seek(false);
      const from = this.pos;
      if (sought && boundary >= 0 && from >= boundary) {
        const aligned = from === boundary && this.atBoundary();
        return aligned ? "aligned" : "grow";
      }
      if (sought && this.column < 0) break;
      if (sought && this.line()) {
        this.fresh = false;
        continue;
      }
      const outcome = this.full(from);
      if (outcome) return outcome;
    }
    if (boundary >= 0) return "grow";
    if (this.pending) this.missing();
    while (this.top >= 0) this.pop();
    return "aligned";
  }

  /** What is not to be had here is read by the full parser, up to the next member that stands beside it. */
  private full(from: number): RegionScan["outcome"] | undefined {
    const { units, region } = this;
    if (!units) return "whole";
    const column = skipSpaces(this.text, from) - this.lineOf(from);
    const unit = units.read(from, column, this.indents);
    if (unit === "before" || unit === "whole") return unit;
    if (unit.end >= this.text.length && region.more) return "grow";
    // It may hold no node at all, and leaves begin with one.
    if (this.cuts) this.cuts.undo(unit.start - 1);
    this.top = unit.level;
    if (!units.graft(unit, this.nodes[this.top] as number, this.maps[this.top] === 1, region.duplicates))
      return "whole";
    this.given(unit.end, false);
    this.fresh = false;
    return undefined;
  }
  /** Whether what is open where the region ends is what was open there before. A line with a member or item follows. */
  private atBoundary(): boolean {
    const { text, pos, column, indents } = this;
    const { expected } = this.region;
    const dash = text.charCodeAt(pos) === DASH && isEmptyAt(text, pos + 1);
    if (this.pending) {
      const indent = indents[this.top] as number;
      if (column > indent || (column === indent && dash && this.maps[this.top])) return false;
      this.missing();
    }
    if (dash && this.commentColumn >= 0) return false;
    while (this.top >= 0 && (indents[this.top] as number) > column) this.pop();
    if (this.top >= 0 && !this.maps[this.top] && !dash) this.pop();
    if (this.top + 1 !== expected.length) return false;
    return expected.every(
      ({ kind, indent }, depth) => indents[depth] === indent && this.maps[depth] === (kind === Kind.object ? 1 : 0),
    );
  }

  /** Goes to the next line with more than a comment. False where a tab indents it or a document ends. */
  private seek(first: boolean): boolean {
    const { text } = this;
    let at = this.pos;
    for (;;) {
      const line = at;
      at = skipSpaces(text, line);
      const code = text.charCodeAt(at);
      if (code === LF) at++;
      else if (code === CR) at += 2;
      else if (code === HASH) {
        const end = nextLine(text, at);
        if (this.fresh) this.before = true;
        this.comment(at - line, end);
        at = end;
      } else if (code === TAB) {
        this.pos = line;
        return false;
      } else if (at >= text.length) {
        this.pos = at;
        this.column = -1;
        return true;
      } else if (at === line && isMarker(text, at)) {
        // One marker before the document says nothing; the line after it may hold no more than a comment.
        const rest = this.lineEnd(at + 3);
        if (!first || code !== DASH || rest < 0) {
          this.pos = line;
          return false;
        }
        this.pos = rest;
        return this.seek(false);
      } else {
        this.pos = at;
        this.column = at - line;
        return true;
      }
    }
  }

  /** A line with text, while something is open. */
  private line(): boolean {
    const { pos, column, indents } = this;
    if (this.top < 0) return false;
    const dash = this.text.charCodeAt(pos) === DASH && isEmptyAt(this.text, pos + 1);
    if (this.pending) {
      const indent = indents[this.top] as number;
      // A list may stand in the column of its key.
      if (column > indent || (column === indent && dash && this.maps[this.top])) return this.value(pos, column, true);
      this.missing();
    }
    while (this.top >= 0 && (indents[this.top] as number) > column) this.pop();
    if (this.top >= 0 && !this.maps[this.top] && !dash) this.pop();
    if (this.top < 0 || indents[this.top] !== column || (this.maps[this.top] === 1) === dash) return false;
    const commented = this.commentColumn >= 0;
    if (this.top <= 1) this.units?.member(this.top, pos - column, column);
    if (this.cuts?.wanted(pos, this.top + 1) && !(commented && dash)) this.cut();
    this.commentColumn = -1;
    if (!dash) return this.member(pos);
    const list = this.top;
    if (!this.after(pos + 1, column + 1, -1, -1)) return false;
    // To the full parser comments before a dash are part of the item, as those after it are.
    if (commented && this.pending && this.top === list) this.commented = true;
    return true;
  }

  private member(start: number): boolean {
    const { text } = this;
    let end: number;
    const code = text.charCodeAt(start);
    if (code === QUOTE || code === APOSTROPHE) {
      end = quotedEnd(text, start, -1);
      if (end < 0) return false;
    } else {
      if (!isPlainStart(text, start)) return false;
      end = plainLine(text, start);
    }
    return this.key(start, end);
  }

  /** The key that was read, its colon and what follows on the line. */
  private key(start: number, end: number): boolean {
    const { text } = this;
    const colon = skipSpaces(text, end);
    // The language allows 1,024 characters before the colon.
    if (text.charCodeAt(colon) !== COLON || !isEmptyAt(text, colon + 1) || colon - start > 1024) return false;
    this.keys.add(start, end);
    return this.after(colon + 1, -1, start, end);
  }

  /** What follows a colon or dash on its line. `column` is that of `from` after a dash, -1 after a colon. */
  private after(from: number, column: number, keyStart: number, keyEnd: number): boolean {
    const { text } = this;
    const at = skipSpaces(text, from);
    this.pending = true;
    this.emptyAt = at;
    this.keyStart = keyStart;
    this.keyEnd = keyEnd;
    this.lowComment = false;
    const code = text.charCodeAt(at);
    this.commented = code === HASH;
    if (at >= text.length || code === LF || code === CR || code === HASH) {
      this.pos = nextLine(text, at);
      return true;
    }
    if (code === TAB) return false;
    return column < 0 ? this.scalar(at, true) : this.value(at, column + at - from, false);
  }

  /** A value where collections may begin: on a line of its own, or after a dash. */
  private value(at: number, column: number, ownLine: boolean): boolean {
    const { text } = this;
    const code = text.charCodeAt(at);
    if (code === DASH && isEmptyAt(text, at + 1))
      return this.push(at, column, false) && this.after(at + 1, column + 1, -1, -1);
    let end = -1;
    if (code === QUOTE || code === APOSTROPHE) end = quotedEnd(text, at, -1);
    else if (isPlainStart(text, at)) end = plainLine(text, at);
    if (end >= 0 && text.charCodeAt(skipBlanks(text, end)) === COLON)
      return this.push(at, column, true) && this.key(at, end);
    return this.scalar(at, !ownLine);
  }

  /** A scalar or flow collection as the value that is waited for. */
  private scalar(at: number, sameLine: boolean): boolean {
    const { text, builder } = this;
    const { top } = this;
    const parent = top < 0 ? NONE : (this.nodes[top] as number);
    const least = top < 0 ? 0 : (this.indents[top] as number) + 1;
    // After such a comment the full parser lets lines join that stand less far in.
    if (this.lowComment) return false;
    const code = text.charCodeAt(at);
    let end: number;
    if (code === 0x7c || code === 0x3e) return sameLine && this.block(at, parent, least);
    if (FlowScanner.opens(code)) {
      const [nodes, problems, keys] = [builder.count, builder.problems.length, this.keys.mark];
      end = this.flow.scan(at, least, parent, this.keyStart, this.keyEnd);
      if (end < 0) {
        const last = sameLine ? this.slip(at, least) : -1;
        if (last < 0) return false;
        builder.rewind(nodes, problems);
        this.keys.rewind(keys);
        end = this.flow.scanOpen(at, last, parent, this.keyStart, this.keyEnd);
        if (end < 0) return false;
      }
    } else if (code === QUOTE || code === APOSTROPHE) {
      end = quotedEnd(text, at, least);
      if (end < 0) {
        end = sameLine ? this.slip(at, least) : -1;
        if (end < 0 || !isOpenQuote(text, at, end)) return false;
        const node = builder.add(Kind.string, at, end, parent, this.keyStart, this.keyEnd);
        builder.kept.scalars.set(node, text.slice(at + 1, end));
        builder.problem("missing-char", "The closing quote of this text is missing.", at, end);
      } else builder.add(Kind.string, at, end, parent, this.keyStart, this.keyEnd);
    } else {
      if (!isPlainStart(text, at)) return false;
      const line = plainLine(text, at);
      // At the root any line would join; there plain text has to be on one line, and whatever follows is refused.
      end = top < 0 ? line : plainRest(text, line, least);
      if (end < 0) return false;
      const kind = end === line ? plainKind(text, at, end) : Kind.string;
      builder.add(kind, at, end, parent, this.keyStart, this.keyEnd);
    }
    const next = this.lineEnd(end);
    if (next < 0) return false;
    this.given(next, true);
    return true;
  }

  /**
   * End of a value that was opened by a bracket or quote and is never closed: a slip of the one line that it stands on. -1 where
   * it might go on, and without `units`, where whoever asks wants to know only what is well-formed.
   */
  private slip(at: number, least: number): number {
    return this.units && this.top >= 0 && this.keyStart >= 0 ? lastLineEnd(this.text, at, least, this.region.more) : -1;
  }

  private block(at: number, parent: Node, least: number): boolean {
    const { text } = this;
    const content = least > 0 ? blockHeader(text, at) : -1;
    if (content < 0) return false;
    const end = blockEnd(text, at, content, least);
    if (end < 0) return false;
    const node = this.builder.add(Kind.string, at, end, parent, this.keyStart, this.keyEnd);
    // Decoding it takes the parent's indentation, which the table does not keep.
    if (headerDigit(text, at)) this.builder.kept.scalars.set(node, blockText(text, at, end, least - 1));
    this.given(end, false);
    return true;
  }
}
