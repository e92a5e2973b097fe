import {
  type Decoder,
  END,
  FIRST,
  FlatTree,
  KEY_END,
  KEY_START,
  type Kept,
  KIND,
  type Kind,
  type Language,
  NEXT,
  NONE,
  type Node,
  PARENT,
  START,
  STRIDE,
  type SyntaxProblem,
} from "./tree.ts";

/** Problems in the order of the text. */
export function sortProblems(problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  return [...problems].sort(
    (a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

/** Collects rows while a scanner runs. Children must be added in document order. */
export class TreeBuilder {
  rows: Int32Array;
  count = 0;
  private lastChild: Int32Array;

  /** `length` is that of the text: a node takes about twenty characters of it, which saves growing and wastes little. */
  constructor(length = 8192) {
    const nodes = 32 + (length >> 4);
    this.rows = new Int32Array(nodes * STRIDE);
    this.lastChild = new Int32Array(nodes);
    this.indents = new Int32Array(nodes);
    this.childColumns = new Int32Array(nodes);
  }

  readonly problems: SyntaxProblem[] = [];
  readonly kept: Kept = { keys: new Map(), scalars: new Map() };
  /** Of containers: the column of their line, and of their first member, where a scanner goes by the indentation. */
  indents: Int32Array;
  childColumns: Int32Array;

  add(kind: Kind, start: number, end: number, parent: Node, keyStart = -1, keyEnd = -1): Node {
    const node = this.count++;
    if (this.count > this.lastChild.length) this.grow();
    const at = node * STRIDE;
    const rows = this.rows;
    rows[at + KIND] = kind;
    rows[at + START] = start;
    rows[at + END] = end;
    rows[at + KEY_START] = keyStart;
    rows[at + KEY_END] = keyEnd;
    rows[at + PARENT] = parent;
    rows[at + NEXT] = NONE;
    rows[at + FIRST] = NONE;
    this.lastChild[node] = NONE;
    if (parent >= 0) {
      const last = this.lastChild[parent] as number;
      if (last < 0) rows[parent * STRIDE + FIRST] = node;
      else rows[last * STRIDE + NEXT] = node;
      this.lastChild[parent] = node;
    }
    return node;
  }
  /** For how many nodes there is room. */
  get capacity(): number {
    return this.lastChild.length;
  }
  private grow(): void {
    this.rows = doubled(this.rows);
    this.lastChild = doubled(this.lastChild);
    this.indents = doubled(this.indents);
    this.childColumns = doubled(this.childColumns);
  }
  end(node: Node, end: number): void {
    this.rows[node * STRIDE + END] = end;
  }
  last(node: Node): Node {
    return node < 0 ? NONE : (this.lastChild[node] as Node);
  }
  endOf(node: Node): number {
    return this.rows[node * STRIDE + END] as number;
  }
  startOf(node: Node): number {
    return this.rows[node * STRIDE + START] as number;
  }
  keyOf(node: Node): number {
    return this.rows[node * STRIDE + KEY_START] as number;
  }
  keyEndOf(node: Node): number {
    return this.rows[node * STRIDE + KEY_END] as number;
  }
  /** Forgets every node from this one on, with the problems and decoded values that came with them. */
  rewind(count: number, problems: number): void {
    for (let node = count; node < this.count; node++) {
      this.kept.keys.delete(node);
      this.kept.scalars.delete(node);
    }
    const mended = new Set<Node>();
    for (let node = count; node < this.count; node++) {
      const parent = this.rows[node * STRIDE + PARENT] as number;
      if (parent >= 0 && parent < count) mended.add(parent);
    }
    for (const parent of mended) {
      let last: Node = NONE;
      for (
        let child = this.rows[parent * STRIDE + FIRST] as number;
        child >= 0 && child < count;
        child = this.rows[child * STRIDE + NEXT] as number
      )
        last = child;
      this.lastChild[parent] = last;
      if (last < 0) this.rows[parent * STRIDE + FIRST] = NONE;
      else this.rows[last * STRIDE + NEXT] = NONE;
    }
    this.count = count;
    this.problems.length = Math.min(problems, this.problems.length);
  }
  /** Adds a problem. */
  problem(code: string, message: string, start: number, end: number, severity: "error" | "warning" = "error"): void {
    if (this.problems.length < 10_000)
      this.problems.push({ code, message, start, end: Math.max(end, start), severity });
  }
  finish(text: string, language: Language, root: Node, decoder: Decoder): FlatTree {
    const rows = this.rows.slice(0, this.count * STRIDE);
    return new FlatTree(text, language, rows, root, sortProblems(this.problems), this.kept, decoder);
  }
}

function doubled(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
