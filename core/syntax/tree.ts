import { Lines, type Position } from "./lines.ts";

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

export const STRIDE = 8;
export const KIND = 0;
export const START = 1;
export const END = 2;
export const KEY_START = 3;
export const KEY_END = 4;
export const PARENT = 5;
export const NEXT = 6;
export const FIRST = 7;

/**
 * How keys and scalars are read from the text between two offsets. `kept` is what the scanner already decoded, because reading
 * it again would cost more or take what stands around it.
 */
export interface Decoder {
  key(text: string, start: number, end: number): string;
  scalar(text: string, kind: Kind, start: number, end: number): Scalar | undefined;
}
export interface Kept {
  readonly keys: Map<Node, string>;
  readonly scalars: Map<Node, Scalar>;
}

/** Problems that may have swallowed members of the objects around them. */
const SWALLOWING: ReadonlySet<string> = new Set([
  "unmatched-bracket",
  "unclosed-bracket",
  "unclosed-string",
  "unexpected-character",
  "unexpected-colon",
  "unquoted-text",
  "missing-colon",
  "missing-name",
]);

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const BACKSLASH = 0x5c;

/** From this many members on, look-ups by key go through a map that is built once. */
const MAP_FROM = 12;

/** White space up to the end of a text; what is longer is nobody's indentation. */
const GAP = /\s*$/;
const LONGEST_GAP = 200;

/**
 * A parsed document. Reading never fails: a node that does not exist answers `NONE` or `undefined`. Offsets in the table may be
 * relative to a piece of the text; what `start`, `end`, `keyStart` and `keyEnd` answer always counts from its beginning.
 */
export abstract class Tree {
  readonly language: Language;
  abstract readonly root: Node;
  abstract readonly text: string;
  abstract readonly length: number;
  abstract readonly problems: readonly SyntaxProblem[];
  protected rows: Int32Array;
  protected readonly kept: Kept;
  private readonly decoder: Decoder;
  protected readonly keys = new Map<Node, string>();
  protected readonly maps = new Map<Node, Map<string, Node>>();

  constructor(language: Language, rows: Int32Array, kept: Kept, decoder: Decoder) {
    this.language = language;
    this.rows = rows;
    this.kept = kept;
    this.decoder = decoder;
  }

  /** Number of rows in the table. */
  get size(): number {
    return this.rows.length / STRIDE;
  }
  /** The text that a node's offsets in the table belong to. */
  protected abstract piece(node: Node): string;
  abstract start(node: Node): number;
  abstract end(node: Node): number;
  /** Offset of the key as written, quotes included; -1 for array items and the root. */
  abstract keyStart(node: Node): number;
  abstract keyEnd(node: Node): number;
  /** The text between two offsets. */
  abstract slice(start: number, end: number): string;
  abstract position(offset: number): Position;
  /** Offset of a position; positions behind the end of a line or of the text are clamped. */
  abstract offset(position: Position): number;
  /** Changes with every edit of the text. */
  get edition(): number {
    return 0;
  }
  /** Gets ready for being edited, when there is time for it. */
  prepare(): void {}
  /** Gets ready for being asked where many nodes stand. */
  settle(): void {}

  kind(node: Node): Kind {
    return node < 0 ? Kind.missing : (this.rows[node * STRIDE + KIND] as Kind);
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
  /** Whether a node stands under a key. */
  hasKey(node: Node): boolean {
    return node >= 0 && (this.rows[node * STRIDE + KEY_START] as number) >= 0;
  }
  /** The decoded key of a member; empty for anything that has none. */
  key(node: Node): string {
    if (node < 0 || (this.rows[node * STRIDE + KEY_START] as number) < 0) return "";
    let key = this.keys.get(node);
    if (key === undefined) {
      const at = node * STRIDE;
      key =
        this.kept.keys.get(node) ??
        this.decoder.key(this.piece(node), this.rows[at + KEY_START] as number, this.rows[at + KEY_END] as number);
      this.keys.set(node, key);
    }
    return key;
  }
  /** The decoded value of a scalar; `undefined` for objects, arrays and missing values. */
  scalar(node: Node): Scalar | undefined {
    if (node < 0) return undefined;
    const at = node * STRIDE;
    const kind = this.rows[at + KIND] as Kind;
    if (kind === Kind.object || kind === Kind.array || kind === Kind.missing) return undefined;
    const kept = this.kept.scalars.get(node);
    if (kept !== undefined) return kept;
    return this.decoder.scalar(this.piece(node), kind, this.rows[at + START] as number, this.rows[at + END] as number);
  }
  /** A value as it is written. */
  source(node: Node): string {
    return node < 0 ? "" : this.slice(this.start(node), this.end(node));
  }
  /** The white space before a node and its key; before the root also the mark of the encoding. */
  gap(node: Node): string {
    if (node < 0) return "";
    const key = this.keyStart(node);
    const end = key >= 0 ? key : this.start(node);
    return GAP.exec(this.slice(Math.max(0, end - LONGEST_GAP), end))?.[0] ?? "";
  }
  /** How many characters `source` has. */
  width(node: Node): number {
    return node < 0 ? 0 : this.end(node) - this.start(node);
  }
  /**
   * Whether the text of an object or array is all there and read as it was meant: it has its closing bracket, and no problem of
   * the text may have swallowed a member of it. Always so in YAML, where every collection is complete where it ends.
   */
  isComplete(node: Node): boolean {
    const { rows } = this;
    const kind = node < 0 ? Kind.missing : (rows[node * STRIDE + KIND] as Kind);
    if (kind !== Kind.object && kind !== Kind.array) return false;
    if (this.language === "yaml") return true;
    const start = this.start(node);
    const end = this.end(node);
    for (const { code, start: at } of this.problems)
      if (code === "extra-content" || (SWALLOWING.has(code) && at >= start && at < end)) return false;
    if (this.slice(end - 1, end) !== (kind === Kind.object ? "}" : "]")) return false;
    let last: Node = NONE;
    for (let child = rows[node * STRIDE + FIRST] as number; child >= 0; child = rows[child * STRIDE + NEXT] as number)
      last = child;
    return last < 0 ? end - start > 1 : this.end(last) < end;
  }
  /** Says that who is reading looks at everything below a node: see `Reads`. */
  own(_node: Node): void {}
  /** The member of an object with this key; of duplicates the last one, as JSON.parse has it. */
  get(object: Node, key: string): Node {
    return this.member(object, key);
  }
  protected member(object: Node, key: string): Node {
    if (object < 0 || this.rows[object * STRIDE + KIND] !== Kind.object) return NONE;
    const map = this.maps.get(object);
    if (map) return map.get(key) ?? NONE;
    const { rows } = this;
    let found = NONE;
    let count = 0;
    for (
      let child = rows[object * STRIDE + FIRST] as number;
      child >= 0;
      child = rows[child * STRIDE + NEXT] as number
    ) {
      count++;
      if (this.keyIs(child, key)) found = child;
    }
    if (count >= MAP_FROM) {
      const built = new Map<string, Node>();
      for (
        let child = rows[object * STRIDE + FIRST] as number;
        child >= 0;
        child = rows[child * STRIDE + NEXT] as number
      )
        built.set(Tree.prototype.key.call(this, child), child);
      this.maps.set(object, built);
    }
    return found;
  }
  private keyIs(node: Node, key: string): boolean {
    return this.mayBe(node, key) && Tree.prototype.key.call(this, node) === key;
  }
  /** Most keys are told apart by how they are written, before they are decoded. An escape makes a key longer, never shorter. */
  private mayBe(node: Node, key: string): boolean {
    if (this.language !== "json" || key === "") return true;
    const start = this.rows[node * STRIDE + KEY_START] as number;
    if (start < 0 || (this.rows[node * STRIDE + KEY_END] as number) - start < key.length) return false;
    const text = this.piece(node);
    const code = text.charCodeAt(start);
    const first = code === QUOTE || code === APOSTROPHE ? text.charCodeAt(start + 1) : code;
    return first === key.charCodeAt(0) || first === BACKSLASH;
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
      const name = this.hasKey(at) ? this.key(at) : String(this.index(at));
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
        const from = this.hasKey(child) ? this.keyStart(child) : this.start(child);
        if (from > offset) break;
        if (offset <= Math.max(this.end(child), this.keyEnd(child))) {
          node = child;
          continue descend;
        }
      }
      return node;
    }
  }
}

/** A document that was parsed as a whole and stays as it is. */
export class FlatTree extends Tree {
  readonly root: Node;
  readonly text: string;
  readonly problems: readonly SyntaxProblem[];
  private lineTable: Lines | undefined;

  constructor(
    text: string,
    language: Language,
    rows: Int32Array,
    root: Node,
    problems: readonly SyntaxProblem[],
    kept: Kept,
    decoder: Decoder,
  ) {
    super(language, rows, kept, decoder);
    this.text = text;
    this.root = root;
    this.problems = problems;
  }
  get length(): number {
    return this.text.length;
  }
  protected piece(): string {
    return this.text;
  }
  start(node: Node): number {
    return this.rows[node * STRIDE + START] as number;
  }
  end(node: Node): number {
    return this.rows[node * STRIDE + END] as number;
  }
  keyStart(node: Node): number {
    return node < 0 ? -1 : (this.rows[node * STRIDE + KEY_START] as number);
  }
  keyEnd(node: Node): number {
    return node < 0 ? -1 : (this.rows[node * STRIDE + KEY_END] as number);
  }
  slice(start: number, end: number): string {
    return this.text.slice(start, end);
  }
  private get lines(): Lines {
    this.lineTable ??= new Lines(this.text);
    return this.lineTable;
  }
  position(offset: number): Position {
    return this.lines.position(offset);
  }
  offset(position: Position): number {
    return this.lines.offset(position);
  }
}
