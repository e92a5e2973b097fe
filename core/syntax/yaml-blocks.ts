import type { Cuts, Region } from "./region.ts";
import { Kind, NONE, type Node } from "./tree.ts";
import { TreeBuilder } from "./tree-builder.ts";
import { FlowScanner } from "./yaml-flow.ts";
import { OpenKeys } from "./yaml-keys.ts";
import { CR, HASH, LF, nextLine, skipBlanks } from "./yaml-lexemes.ts";
import { Units } from "./yaml-units.ts";

/** Deeper nesting is left to the full parser, which has limits of its own. */
const MAX_DEPTH = 200;

/** Block collections that are open, what waits for its value in them, and where they end. */
export class YamlBlocks {
  protected readonly text: string;
  protected readonly region: Pick<Region, "boundary" | "more" | "open" | "expected" | "duplicates">;
  protected readonly cuts: Cuts | undefined;
  protected readonly units: Units | undefined;
  protected readonly builder: TreeBuilder;
  protected readonly keys: OpenKeys;
  protected readonly flow: FlowScanner;
  protected pos = 0;
  /** Column of the text at `pos`, which is the first of its line; -1 at the end of the document. */
  protected column = 0;

  /** Open collections, outermost first; `top` is the innermost, -1 when there is none. */
  protected top = -1;
  protected readonly nodes = new Int32Array(MAX_DEPTH);
  protected readonly indents = new Int32Array(MAX_DEPTH);
  protected readonly maps = new Uint8Array(MAX_DEPTH);

  /** A key or dash waits for its value, which would stand at `emptyAt` were it left out. */
  protected pending = false;
  protected emptyAt = 0;
  protected keyStart = -1;
  protected keyEnd = -1;
  /** Comments between a key or dash and its value: any at all, and one that stands no further in than the key. */
  protected commented = false;
  protected lowComment = false;

  /** Where the last value of the innermost collection ends, its line included: there the collection ends too. */
  protected lastEnd = 0;
  /** Whether comments that stand further in than the collection still belong to its last value. */
  protected absorbs = false;
  /** Largest column of the other comments after the last value; -1 for none. */
  protected commentColumn = -1;
  /** Whether something before the region would have to be known. */
  protected before = false;
  /** Whether anything of the region was read yet. */
  protected fresh: boolean;

  constructor(
    text: string,
    region: Pick<Region, "boundary" | "more" | "open" | "expected" | "duplicates">,
    units: boolean,
    cuts?: Cuts,
  ) {
    this.text = text;
    this.region = region;
    this.cuts = cuts;
    this.builder = new TreeBuilder(text.length);
    this.keys = new OpenKeys(text, this.builder, region.duplicates);
    this.flow = new FlowScanner(text, this.builder, this.keys);
    this.units = units ? new Units(text, this.builder, this.keys, region.open) : undefined;
    this.fresh = region.open.length > 0;
    let parent: Node = NONE;
    for (const { kind, indent } of region.open) {
      parent = this.builder.add(kind, 0, 0, parent);
      this.nodes[++this.top] = parent;
      this.indents[this.top] = indent;
      this.maps[this.top] = kind === Kind.object ? 1 : 0;
      if (kind === Kind.object) this.keys.open();
    }
  }

  /** A comment on a line of its own: which value or collection ends after it follows from where it stands. */
  protected comment(column: number, end: number): void {
    if (this.top < 0) return;
    const indent = this.indents[this.top] as number;
    if (this.pending) {
      this.commented = true;
      if (column <= indent) this.lowComment = true;
    } else if (this.absorbs && column > indent) this.lastEnd = end;
    else {
      this.absorbs = false;
      if (column > this.commentColumn) this.commentColumn = column;
    }
  }

  /** The value that was waited for is there; `next` is where reading goes on. */
  protected given(next: number, absorbs: boolean): void {
    this.pending = false;
    this.pos = next;
    this.lastEnd = next;
    this.absorbs = absorbs;
    this.commentColumn = -1;
  }

  /** The value is left out. A comment after the key keeps it open up to the next text, as the full parser has it. */
  protected missing(): void {
    const parent = this.nodes[this.top] as number;
    this.builder.add(Kind.missing, this.emptyAt, this.emptyAt, parent, this.keyStart, this.keyEnd);
    this.given(this.pos, false);
    if (!this.commented) this.lastEnd = this.emptyAt;
  }

  protected push(start: number, column: number, map: boolean): boolean {
    if (this.top + 1 >= MAX_DEPTH || this.text.charCodeAt(start) === 0xfeff) return false;
    const parent = this.top < 0 ? NONE : (this.nodes[this.top] as number);
    const kind = map ? Kind.object : Kind.array;
    const node = this.builder.add(kind, start, start, parent, this.keyStart, this.keyEnd);
    this.top++;
    this.nodes[this.top] = node;
    this.indents[this.top] = column;
    this.builder.indents[node] = column;
    this.maps[this.top] = map ? 1 : 0;
    if (map) this.keys.open();
    if (this.top <= 1) this.units?.opened(this.top, start, column);
    this.pending = false;
    return true;
  }

  /** Ends the innermost collection, because the text at `pos` or the end of the document is outside of it. */
  protected pop(): void {
    const indent = this.indents[this.top] as number;
    // Where a collection from before the region ends right at its start, its last value is not in sight.
    if (this.fresh) this.before = true;
    this.builder.end(this.nodes[this.top] as number, this.lastEnd);
    if (this.maps[this.top]) this.keys.close();
    this.top--;
    this.absorbs = false;
    // Comments that stand as far in as the collection stay in it, and so the parent ends after them; others move outwards.
    if (indent > 0 && this.commentColumn >= indent) {
      this.lastEnd = this.pos;
      this.commentColumn = -1;
    }
  }

  /** Start of the next line, given that only blanks and a comment follow; -1 otherwise. */
  protected lineEnd(from: number): number {
    const { text } = this;
    const at = skipBlanks(text, from);
    const code = text.charCodeAt(at);
    if (code === LF || code === CR || at >= text.length || (code === HASH && at > from)) return nextLine(text, at);
    return -1;
  }

  protected lineOf(at: number): number {
    return this.text.lastIndexOf("\n", at - 1) + 1;
  }

  protected cut(): void {
    const { builder, pos } = this;
    this.cuts?.add({
      offset: pos - this.column,
      token: pos,
      nodes: builder.count,
      problems: builder.problems.length,
      container: this.nodes[this.top] as number,
      before: builder.last(this.nodes[this.top] as number),
      lineIndent: -1,
      brackets: "",
    });
  }
}
