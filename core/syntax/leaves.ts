import type { Position } from "./lines.ts";
import type { Node, SyntaxProblem } from "./tree.ts";

/** A piece of the text with the nodes that begin in it. Offsets of its nodes and problems count from its own start. */
export interface Leaf {
  readonly id: number;
  /** Position among the leaves; kept up to date by `Leaves`. */
  index: number;
  text: string;
  /** Line breaks in the text. */
  breaks: number;
  /** Nodes that begin here, in the order of the text. */
  nodes: Int32Array;
  problems: readonly SyntaxProblem[];
  /** Container of the member or item that the leaf begins with, and the one before it there. */
  container: Node;
  before: Node;
  /** Offset of that member or item. */
  lead: number;
  /** Indentation of the line in the middle of which the leaf begins; -1 where it starts a line. */
  lineIndent: number;
  /** Brackets that have no partner within the leaf. */
  brackets: string;
  /** Problems of brackets among the problems. */
  unbalanced: number;
}

/** Line breaks of a text: \n, \r\n and a lone \r, as LSP has it. */
export function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  for (let at = text.indexOf("\r"); at >= 0; at = text.indexOf("\r", at + 1))
    if (text.charCodeAt(at + 1) !== 0x0a) count++;
  return count;
}

/**
 * The leaves of a document in their order, with two Fenwick trees over their lengths and line breaks: finding the leaf of an
 * offset or line and moving everything behind an edit take the logarithm of their number.
 */
export class Leaves {
  list: Leaf[] = [];
  private lengths = new Int32Array(1);
  private breaks = new Int32Array(1);
  length = 0;
  private starts: Int32Array | undefined;

  /** Replaces leaves. */
  splice(at: number, count: number, leaves: readonly Leaf[]): void {
    if (count === leaves.length) {
      for (const [i, leaf] of leaves.entries()) {
        const old = this.list[at + i] as Leaf;
        leaf.index = at + i;
        this.list[at + i] = leaf;
        this.add(at + i, leaf.text.length - old.text.length, leaf.breaks - old.breaks);
      }
      return;
    }
    this.list.splice(at, count, ...leaves);
    this.rebuild();
  }
  private rebuild(): void {
    const size = this.list.length;
    this.starts = undefined;
    this.lengths = new Int32Array(size + 1);
    this.breaks = new Int32Array(size + 1);
    this.length = 0;
    for (let i = 0; i < size; i++) {
      const leaf = this.list[i] as Leaf;
      leaf.index = i;
      this.length += leaf.text.length;
      this.lengths[i + 1] = (this.lengths[i + 1] as number) + leaf.text.length;
      this.breaks[i + 1] = (this.breaks[i + 1] as number) + leaf.breaks;
      const up = i + 1 + ((i + 1) & -(i + 1));
      if (up <= size) {
        this.lengths[up] = (this.lengths[up] as number) + (this.lengths[i + 1] as number);
        this.breaks[up] = (this.breaks[up] as number) + (this.breaks[i + 1] as number);
      }
    }
  }
  private add(index: number, length: number, breaks: number): void {
    if (!length && !breaks) return;
    this.starts = undefined;
    this.length += length;
    for (let i = index + 1; i < this.lengths.length; i += i & -i) {
      this.lengths[i] = (this.lengths[i] as number) + length;
      this.breaks[i] = (this.breaks[i] as number) + breaks;
    }
  }
  private sum(tree: Int32Array, index: number): number {
    let sum = 0;
    for (let i = index; i > 0; i -= i & -i) sum += tree[i] as number;
    return sum;
  }
  start(leaf: Leaf): number {
    return this.starts ? (this.starts[leaf.index] as number) : this.sum(this.lengths, leaf.index);
  }
  /** Writes all starts down, for who is about to ask for many of them. */
  settle(): void {
    if (this.starts) return;
    this.starts = new Int32Array(this.list.length);
    let start = 0;
    for (const leaf of this.list) {
      this.starts[leaf.index] = start;
      start += leaf.text.length;
    }
  }
  /** Index of the last leaf whose sum before it is at most `value`. */
  private descend(tree: Int32Array, value: number): number {
    const size = tree.length - 1;
    let index = 0;
    let left = value;
    for (let step = 1 << Math.max(0, 31 - Math.clz32(size)); step > 0; step >>= 1) {
      const next = index + step;
      if (next <= size && (tree[next] as number) <= left) {
        index = next;
        left -= tree[next] as number;
      }
    }
    return Math.min(index, size - 1);
  }
  /** The leaf that an offset lies in; of two that meet there the later one. */
  at(offset: number): Leaf {
    return this.list[Math.max(0, this.descend(this.lengths, offset))] as Leaf;
  }
  slice(start: number, end: number): string {
    if (end <= start) return "";
    let leaf: Leaf | undefined = this.at(start);
    let from = start - this.start(leaf);
    let left = Math.min(end, this.length) - start;
    if (from + left <= leaf.text.length) return leaf.text.slice(from, from + left);
    let text = "";
    for (; leaf && left > 0; leaf = this.list[leaf.index + 1]) {
      const part = leaf.text.slice(from, from + left);
      text += part;
      left -= part.length;
      from = 0;
    }
    return text;
  }
  text(): string {
    return this.list.map(({ text }) => text).join("");
  }

  /** Offset of a position; positions behind the end of a line or of the text are clamped. */
  offset({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = this.lineStart(line);
    if (start < 0) return this.length;
    const next = this.lineStart(line + 1);
    return Math.min(start + Math.max(character, 0), next < 0 ? this.length : next);
  }
  /** Offset at which a line starts; -1 where there is no such line. */
  private lineStart(line: number): number {
    if (line === 0) return 0;
    // The leaf in which the break before the line stands: the first whose breaks up to its end reach the number of the line.
    const index = Math.min(this.descend(this.breaks, line - 1), this.list.length - 1);
    const leaf = this.list[index];
    if (!leaf) return -1;
    let left = line - this.sum(this.breaks, index);
    if (left > leaf.breaks) return -1;
    const { text } = leaf;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) {
        if (--left === 0) return this.start(leaf) + at + 1;
      }
    }
    return -1;
  }
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.length));
    const leaf = this.at(at);
    const start = this.start(leaf);
    const own = lastBreak(leaf.text, at - start);
    const line = this.sum(this.breaks, leaf.index) + own.count;
    if (own.end > 0) return { line, character: at - start - own.end };
    if (line === 0) return { line, character: at };
    // The line began in an earlier leaf: the one that holds the last break before this.
    const earlier = this.list[this.descend(this.breaks, line - 1)] as Leaf;
    return { line, character: at - this.start(earlier) - lastBreak(earlier.text, earlier.text.length).end };
  }
}

/** Line breaks that end at or before an offset: how many, and where the last one ends; 0 where there is none. */
function lastBreak(text: string, offset: number): { count: number; end: number } {
  let count = 0;
  let end = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
    count++;
    end = at + 1;
  }
  for (let at = text.indexOf("\r"); at >= 0 && at < offset; at = text.indexOf("\r", at + 1)) {
    if (text.charCodeAt(at + 1) === 0x0a) continue;
    count++;
    if (at + 1 > end) end = at + 1;
  }
  return { count, end };
}
