/**
 * The node table: one representation for JSON and YAML. Nodes are integers; their facts stand in one flat Int32Array, so that
 * a document of a megabyte costs one allocation and not a hundred thousand. Everything above reads it through `Tree`, and so
 * cannot know how the text was scanned.
 */

/** Index of a node in its tree; `NONE` where there is none. */
export type Node = number;
export const NONE: Node = -1;

/** Kinds of nodes. `missing` is a value that the text leaves out, as in the half-typed `"name":`. */
export const Kind = { object: 1, array: 2, string: 3, number: 4, boolean: 5, null: 6, missing: 7 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** Something wrong with the text itself. Offsets are UTF-16 units, end exclusive. */
export interface SyntaxProblem {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly severity: "error" | "warning";
}

export type Scalar = string | number | boolean | null;
export type Language = "json" | "yaml";

const STRIDE = 8;
const KIND = 0;
const START = 1;
const END = 2;
const KEY_START = 3;
const KEY_END = 4;
const PARENT = 5;
const NEXT = 6;
const FIRST = 7;

/** How keys and scalars are read from the text: JSON decodes on demand, YAML keeps what its parser decoded. */
export interface Decoder {
  key(tree: Tree, node: Node): string;
  scalar(tree: Tree, node: Node): Scalar | undefined;
}

/** From this many members on, look-ups by key go through a map that is built once. */
const MAP_FROM = 12;

/** A parsed document. Reading never fails: a node that does not exist answers `NONE` or `undefined`. */
export class Tree {
  readonly text: string;
  readonly language: Language;
  readonly problems: readonly SyntaxProblem[];
  readonly root: Node;
  private readonly rows: Int32Array;
  private readonly decoder: Decoder;
  private readonly keys = new Map<Node, string>();
  private readonly maps = new Map<Node, Map<string, Node>>();

  constructor(
    text: string,
    language: Language,
    rows: Int32Array,
    root: Node,
    problems: readonly SyntaxProblem[],
    decoder: Decoder,
  ) {
    this.text = text;
    this.language = language;
    this.rows = rows;
    this.root = root;
    this.problems = problems;
    this.decoder = decoder;
  }

  /** Number of nodes in the table. */
  get size(): number {
    return this.rows.length / STRIDE;
  }
  kind(node: Node): Kind {
    return node < 0 ? Kind.missing : (this.rows[node * STRIDE + KIND] as Kind);
  }
  start(node: Node): number {
    return this.rows[node * STRIDE + START] as number;
  }
  end(node: Node): number {
    return this.rows[node * STRIDE + END] as number;
  }
  /** Offset of the key as written, quotes included; -1 for array items and the root. */
  keyStart(node: Node): number {
    return node < 0 ? -1 : (this.rows[node * STRIDE + KEY_START] as number);
  }
  keyEnd(node: Node): number {
    return node < 0 ? -1 : (this.rows[node * STRIDE + KEY_END] as number);
  }
  parent(node: Node): Node {
    return node < 0 ? NONE : (this.rows[node * STRIDE + PARENT] as number);
  }
  /** First child of an object or array. */
  first(node: Node): Node {
    return node < 0 ? NONE : (this.rows[node * STRIDE + FIRST] as number);
  }
  /** Next sibling. */
  next(node: Node): Node {
    return node < 0 ? NONE : (this.rows[node * STRIDE + NEXT] as number);
  }
  /** The decoded key of a member; empty for anything that has none. */
  key(node: Node): string {
    if (node < 0 || this.keyStart(node) < 0) return "";
    let key = this.keys.get(node);
    if (key === undefined) {
      key = this.decoder.key(this, node);
      this.keys.set(node, key);
    }
    return key;
  }
  /** The decoded value of a scalar; `undefined` for objects, arrays and missing values. */
  scalar(node: Node): Scalar | undefined {
    return node < 0 ? undefined : this.decoder.scalar(this, node);
  }
  /** The member of an object with this key; of duplicates the last one, as JSON.parse has it. */
  get(object: Node, key: string): Node {
    if (this.kind(object) !== Kind.object) return NONE;
    const map = this.maps.get(object);
    if (map) return map.get(key) ?? NONE;
    let found = NONE;
    let count = 0;
    for (let child = this.first(object); child >= 0; child = this.next(child)) {
      count++;
      if (this.key(child) === key) found = child;
    }
    if (count >= MAP_FROM) {
      const built = new Map<string, Node>();
      for (let child = this.first(object); child >= 0; child = this.next(child)) built.set(this.key(child), child);
      this.maps.set(object, built);
    }
    return found;
  }
  /** Position of an item in its array, from 0. */
  index(node: Node): number {
    let index = 0;
    for (let child = this.first(this.parent(node)); child >= 0 && child !== node; child = this.next(child)) index++;
    return index;
  }
  /** RFC 6901 pointer of a node; empty for the root. */
  pointer(node: Node): string {
    const parts: string[] = [];
    for (let at = node; at >= 0 && at !== this.root; at = this.parent(at)) {
      const name = this.keyStart(at) >= 0 ? this.key(at) : String(this.index(at));
      parts.push(name.replace(/~/g, "~0").replace(/\//g, "~1"));
    }
    return parts.length ? `/${parts.reverse().join("/")}` : "";
  }
  /** The node that a RFC 6901 pointer names. */
  at(pointer: string): Node {
    if (pointer === "") return this.root;
    let node = this.root;
    for (const raw of pointer.slice(1).split("/")) {
      const name = raw.replace(/~1/g, "/").replace(/~0/g, "~");
      if (this.kind(node) === Kind.array) {
        let child = this.first(node);
        for (let i = Number(name); i > 0 && child >= 0; i--) child = this.next(child);
        node = child;
      } else node = this.get(node, name);
      if (node < 0) return NONE;
    }
    return node;
  }
  /** The innermost node whose key or value covers an offset. */
  innermost(offset: number): Node {
    let node = this.root;
    descend: for (;;) {
      for (let child = this.first(node); child >= 0; child = this.next(child)) {
        const from = this.keyStart(child) >= 0 ? this.keyStart(child) : this.start(child);
        if (from <= offset && offset <= Math.max(this.end(child), this.keyEnd(child))) {
          node = child;
          continue descend;
        }
      }
      return node;
    }
  }
}

/** Collects rows while a scanner runs. Children must be added in document order. */
export class TreeBuilder {
  private rows = new Int32Array(1024 * STRIDE);
  private count = 0;
  private readonly lastChild: number[] = [];
  readonly problems: SyntaxProblem[] = [];

  add(kind: Kind, start: number, end: number, parent: Node, keyStart = -1, keyEnd = -1): Node {
    const node = this.count++;
    if (this.count * STRIDE > this.rows.length) {
      const grown = new Int32Array(this.rows.length * 2);
      grown.set(this.rows);
      this.rows = grown;
    }
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
  end(node: Node, end: number): void {
    this.rows[node * STRIDE + END] = end;
  }
  last(node: Node): Node {
    return this.lastChild[node] ?? NONE;
  }
  endOf(node: Node): number {
    return this.rows[node * STRIDE + END] as number;
  }
  startOf(node: Node): number {
    return this.rows[node * STRIDE + START] as number;
  }
  /** Adds a problem; after a hundred the text is beyond help and more of them would only hide the first. */
  problem(code: string, message: string, start: number, end: number, severity: "error" | "warning" = "error"): void {
    if (this.problems.length < 100) this.problems.push({ code, message, start, end: Math.max(end, start), severity });
  }
  finish(text: string, language: Language, root: Node, decoder: Decoder): Tree {
    const problems = this.problems.sort((a, b) => a.start - b.start || a.end - b.end);
    return new Tree(text, language, this.rows.slice(0, this.count * STRIDE), root, problems, decoder);
  }
}
