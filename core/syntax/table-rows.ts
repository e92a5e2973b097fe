import { duplicateKey } from "./json.ts";
import { jsonDecoder } from "./json-text.ts";
import { type Leaf, Leaves } from "./leaves.ts";
import type { OpenContainer } from "./region.ts";
import {
  END,
  FIRST,
  KEY_END,
  KEY_START,
  type Kept,
  KIND,
  Kind,
  type Language,
  NEXT,
  NONE,
  type Node,
  PARENT,
  START,
  STRIDE,
  type SyntaxProblem,
} from "./tree.ts";
import { duplicateYamlKey } from "./yaml-limits.ts";
import { yamlDecoder } from "./yaml-values.ts";

/** The rows of a document that is being edited: where nodes stand, and numbers that are given out and taken back. */
export class TableRows {
  readonly language: Language;
  readonly leaves = new Leaves();
  readonly kept: Kept = { keys: new Map(), scalars: new Map() };
  rows: Int32Array = new Int32Array(1024 * STRIDE);
  capacity = 1024;
  protected count = 0;
  protected readonly free: Node[] = [];
  protected startLeaf: Int32Array = new Int32Array(1024);
  protected endLeaf: Int32Array = new Int32Array(1024);
  protected indents: Int32Array = new Int32Array(1024);
  protected childColumns: Int32Array = new Int32Array(1024);
  protected readonly leafById: (Leaf | undefined)[] = [];
  protected readonly freeLeaves: number[] = [];
  /** Leaves that have problems. */
  readonly faulty = new Set<Leaf>();
  /** Problems of brackets in the whole document. */
  unbalanced = 0;
  /** Whether brackets are understood by the indentation, because they do not match. */
  recover = false;
  /** Whether there may be brackets that match but stand where their indentation does not let one expect them. */
  irregular = false;

  constructor(language: Language) {
    this.language = language;
  }

  leafOf(node: Node): Leaf {
    return this.leafById[this.startLeaf[node] as number] as Leaf;
  }

  endLeafOf(node: Node): Leaf {
    return this.leafById[this.endLeaf[node] as number] as Leaf;
  }

  row(node: Node, column: number): number {
    return this.rows[node * STRIDE + column] as number;
  }

  duplicate(name: string, start: number, end: number): SyntaxProblem {
    const [code, message, from, to, severity] = (this.language === "json" ? duplicateKey : duplicateYamlKey)(
      name,
      start,
      end,
    );
    return { code, message, start: from, end: to, severity };
  }

  /** Containers that are open where a leaf begins, outermost first. */
  chain(leaf: Leaf | undefined): Node[] {
    const chain: Node[] = [];
    for (let at = leaf ? leaf.container : NONE; at >= 0; at = this.row(at, PARENT)) chain.push(at);
    return chain.reverse();
  }

  openContainers(chain: readonly Node[]): OpenContainer[] {
    return chain.map((node) => ({
      kind: this.row(node, KIND) as Kind,
      indent: this.indents[node] as number,
      childColumn: this.childColumns[node] as number,
    }));
  }

  protected take(): Node {
    return this.free.pop() ?? this.count++;
  }

  protected reserve(count: number): void {
    const size = this.count + count;
    if (size <= this.capacity) return;
    this.capacity = Math.max(size, this.capacity * 2);
    const rows = new Int32Array(this.capacity * STRIDE);
    rows.set(this.rows);
    this.rows = rows;
    for (const name of ["startLeaf", "endLeaf", "indents", "childColumns"] as const) {
      const larger = new Int32Array(this.capacity);
      larger.set(this[name]);
      this[name] = larger;
    }
  }

  /** The decoded key of a row as it stands. */
  keyOf(node: Node): string {
    const kept = this.kept.keys.get(node);
    if (kept !== undefined) return kept;
    const start = this.row(node, KEY_START);
    if (start < 0) return "";
    return this.decodeKey(this.leafOf(node).text, start, this.row(node, KEY_END));
  }

  decodeKey(text: string, start: number, end: number): string {
    return (this.language === "json" ? jsonDecoder : yamlDecoder).key(text, start, end);
  }

  protected drop(node: Node): void {
    const at = node * STRIDE;
    this.rows[at + KIND] = Kind.missing;
    this.rows[at + PARENT] = NONE;
    this.rows[at + NEXT] = NONE;
    this.rows[at + FIRST] = NONE;
    this.rows[at + KEY_START] = -1;
    this.kept.keys.delete(node);
    this.kept.scalars.delete(node);
    this.free.push(node);
  }

  /** The innermost node whose key or value covers an offset. */
  innermost(offset: number): Node {
    const start = (node: Node): number => {
      const key = this.row(node, KEY_START);
      return this.leaves.start(this.leafOf(node)) + (key >= 0 ? key : this.row(node, START));
    };
    const end = (node: Node): number => {
      const value = this.leaves.start(this.endLeafOf(node)) + this.row(node, END);
      const key = this.row(node, KEY_END);
      return key < 0 ? value : Math.max(value, this.leaves.start(this.leafOf(node)) + key);
    };
    // The last node that begins at or before the offset is the innermost one, or stands within it.
    let leaf: Leaf | undefined = this.leaves.at(Math.min(offset, Math.max(0, this.leaves.length - 1)));
    let found: Node = NONE;
    for (; leaf && found < 0; leaf = this.leaves.list[leaf.index - 1])
      for (const node of leaf.nodes) {
        if (start(node) > offset) break;
        found = node;
      }
    while (found > 0 && end(found) < offset) found = this.row(found, PARENT);
    return Math.max(found, 0);
  }
}
