import { jsonDecoder } from "./json-text.ts";
import type { Leaves } from "./leaves.ts";
import type { Position } from "./lines.ts";
import { LiveTable, type TableChange } from "./live-table.ts";
import type { Reader, Reads, Source } from "./reads.ts";
import { duplicateProblems, scanDocument, scanRegion } from "./rescan.ts";
import type { TextChange } from "./source.ts";
import {
  END,
  FIRST,
  KEY_END,
  KEY_START,
  type Kind,
  type Language,
  NEXT,
  NONE,
  type Node,
  PARENT,
  type Scalar,
  START,
  STRIDE,
  type SyntaxProblem,
  Tree,
} from "./tree.ts";
import { sortProblems } from "./tree-builder.ts";
import { yamlDecoder } from "./yaml-values.ts";

/** Readers of one kind of thing, by node or by node and key. */
class Subscribers<K> implements Source {
  private readonly byKey = new Map<K, Set<Reader>>();
  add(reader: Reader, key: number | string | undefined): void {
    const readers = this.byKey.get(key as K);
    if (readers) readers.add(reader);
    else this.byKey.set(key as K, new Set([reader]));
  }
  remove(reader: Reader, key: number | string | undefined): void {
    const readers = this.byKey.get(key as K);
    if (readers?.delete(reader) && !readers.size) this.byKey.delete(key as K);
  }
  of(key: K): ReadonlySet<Reader> | undefined {
    return this.byKey.get(key);
  }
}

/**
 * A document that is being edited. It reads like any other tree and always equals what a fresh parse of its text gives, but a
 * change costs what it changes: only the stretch around it is scanned again, nodes that stay what they are keep their numbers,
 * and nothing behind the change is touched. Who reads while `Reads` notes hears when what he read has changed.
 */
export class LiveTree extends Tree {
  readonly root = 0;
  private readonly reads: Reads;
  private readonly leaves: Leaves;
  private readonly table: LiveTable;
  /** Who read of a node what it is; and who read which children it has. */
  private readonly nodes = new Subscribers<Node>();
  private readonly lists = new Subscribers<Node>();
  private readonly members = new Subscribers<string>();
  private readonly wholes = new Subscribers<Node>();
  /** Who asked whether a container is complete, and what the answer was. */
  private readonly ends = new Subscribers<Node>();
  /** Text after the end of the document may be what is missing anywhere in it. */
  private extra = false;
  private readonly complete = new Map<Node, boolean>();
  /** The same for the white space before a node. */
  private readonly spaces = new Subscribers<Node>();
  private readonly gaps = new Map<Node, string>();
  private stamps = new Int32Array(1024);
  private listStamps = new Int32Array(1024);
  private owners = new Int32Array(1024);
  private edits = 0;
  private joined: string | undefined;
  private found: readonly SyntaxProblem[] | undefined;
  private readonly duplicates = new Map<Node, readonly Node[]>();

  constructor(text: string, language: Language, reads: Reads) {
    const table = new LiveTable(language);
    super(language, table.rows, table.kept, language === "json" ? jsonDecoder : yamlDecoder);
    this.table = table;
    this.leaves = table.leaves;
    this.reads = reads;
    this.apply(scanDocument(this.table, text));
  }

  get text(): string {
    this.joined ??= this.leaves.text();
    return this.joined;
  }
  get length(): number {
    return this.leaves.length;
  }

  /** Replaces a part of the text. Offsets beyond the text are clamped. */
  edit({ start, end, text }: TextChange): void {
    const from = Math.max(0, Math.min(start, this.length));
    const to = Math.max(from, Math.min(end, this.length));
    if (from === to && !text) return;
    this.joined = undefined;
    this.edits++;
    this.table.divide();
    this.apply(scanRegion(this.table, from, to, text));
  }

  private apply(change: TableChange): void {
    const { table } = this;
    this.rows = table.rows;
    this.found = undefined;
    if (this.stamps.length < table.capacity) {
      this.stamps = grown(this.stamps, table.capacity);
      this.listStamps = grown(this.listStamps, table.capacity);
      this.owners = grown(this.owners, table.capacity);
    }
    for (const node of change.renamed) this.keys.delete(node);
    for (const node of change.containers) this.maps.delete(node);
    // What changed may belong to another entity now, and whoever it belongs to will mark it again.
    for (const node of change.nodes) this.mark(node, 0);
    duplicateProblems(table, change.containers, this.duplicates, (node) => Tree.prototype.key.call(this, node));
    this.tell(change);
  }

  /** Tells those who read what has changed. They are collected first, because hearing of it may make them read. */
  private tell({ nodes, containers, members, faulty }: TableChange): void {
    const readers = new Set<Reader>();
    const collect = (found: ReadonlySet<Reader> | undefined): void => {
      if (found) for (const reader of found) readers.add(reader);
    };
    const seen = new Set<Node>();
    const above = (node: Node): void => {
      for (let at = node; at >= 0 && !seen.has(at); at = this.rows[at * STRIDE + PARENT] as number) {
        seen.add(at);
        collect(this.wholes.of(at));
      }
    };
    for (const node of nodes) {
      collect(this.nodes.of(node));
      above(node);
    }
    for (const node of containers) {
      collect(this.lists.of(node));
      above(node);
    }
    for (const member of members) collect(this.members.of(member));
    // A problem of the text that comes or goes can matter to whoever looks at all of what is around it.
    for (const node of faulty) above(node);
    // What is complete is so until a problem of the text comes or goes in it.
    if (faulty.size) this.tellComplete(seen, collect);
    for (const [node, gap] of this.gaps) if (this.gapNow(node) !== gap) collect(this.spaces.of(node));
    for (const reader of readers) reader.changed();
  }

  private tellComplete(around: ReadonlySet<Node>, collect: (readers: ReadonlySet<Reader> | undefined) => void): void {
    const extra = this.problems.some(({ code }) => code === "extra-content");
    if (extra !== this.extra) collect(this.ends.of(NONE));
    this.extra = extra;
    for (const node of around) {
      const complete = this.complete.get(node);
      if (complete === undefined || super.isComplete(node) === complete) continue;
      this.complete.delete(node);
      collect(this.ends.of(node));
    }
  }

  get problems(): readonly SyntaxProblem[] {
    if (this.found) return this.found;
    const all: SyntaxProblem[] = [];
    for (const leaf of this.table.faulty) {
      const start = this.leaves.start(leaf);
      for (const problem of leaf.problems)
        all.push({ ...problem, start: problem.start + start, end: problem.end + start });
    }
    for (const nodes of this.duplicates.values())
      for (const node of nodes)
        all.push(this.table.duplicate(Tree.prototype.key.call(this, node), this.keyStart(node), this.keyEnd(node)));
    this.found = sortProblems(all);
    return this.found;
  }

  protected piece(node: Node): string {
    return this.table.leafOf(node).text;
  }
  start(node: Node): number {
    if (node < 0) return -1;
    return this.leaves.start(this.table.leafOf(node)) + (this.rows[node * STRIDE + START] as number);
  }
  end(node: Node): number {
    if (node < 0) return -1;
    return this.leaves.start(this.table.endLeafOf(node)) + (this.rows[node * STRIDE + END] as number);
  }
  keyStart(node: Node): number {
    const start = node < 0 ? -1 : (this.rows[node * STRIDE + KEY_START] as number);
    return start < 0 ? -1 : this.leaves.start(this.table.leafOf(node)) + start;
  }
  keyEnd(node: Node): number {
    const end = node < 0 ? -1 : (this.rows[node * STRIDE + KEY_END] as number);
    return end < 0 ? -1 : this.leaves.start(this.table.leafOf(node)) + end;
  }
  slice(start: number, end: number): string {
    return this.joined === undefined ? this.leaves.slice(start, end) : this.joined.slice(start, end);
  }
  override prepare(): void {
    this.table.divide();
    this.rows = this.table.rows;
  }
  override get edition(): number {
    return this.edits;
  }
  override settle(): void {
    this.leaves.settle();
  }
  position(offset: number): Position {
    return this.leaves.position(offset);
  }
  offset(position: Position): number {
    return this.leaves.offset(position);
  }

  override own(node: Node): void {
    const { current } = this.reads;
    if (!current?.owner || node < 0) return;
    this.mark(node, current.owner);
    current.note(this.wholes, node);
  }
  /** Notes down whose a node is, with all below it. */
  private mark(node: Node, owner: number): void {
    const { rows, owners } = this;
    let at = node;
    for (;;) {
      owners[at] = owner;
      let next = rows[at * STRIDE + FIRST] as number;
      while (next < 0) {
        if (at === node) return;
        next = rows[at * STRIDE + NEXT] as number;
        if (next < 0) at = rows[at * STRIDE + PARENT] as number;
      }
      at = next;
    }
  }
  /** Notes that a node is read with everything below it. */
  noteWhole(node: Node): void {
    const { current } = this.reads;
    if (current && node >= 0 && (current.owner === 0 || this.owners[node] !== current.owner))
      current.note(this.wholes, node);
  }

  private note(node: Node): void {
    const { current } = this.reads;
    if (current === undefined || node < 0 || this.stamps[node] === current.stamp) return;
    if (current.owner !== 0 && this.owners[node] === current.owner) return;
    this.stamps[node] = current.stamp;
    current.note(this.nodes, node);
  }
  private noteList(node: Node): void {
    const { current } = this.reads;
    if (current === undefined || node < 0 || this.listStamps[node] === current.stamp) return;
    if (current.owner !== 0 && this.owners[node] === current.owner) return;
    this.listStamps[node] = current.stamp;
    current.note(this.lists, node);
  }
  /** Under which key a node stands is a matter of the container, as which members there are. */
  private noteKey(node: Node): void {
    const { current } = this.reads;
    if (current && !(current.owner !== 0 && this.owners[node] === current.owner)) this.noteList(super.parent(node));
  }
  override kind(node: Node): Kind {
    if (this.reads.current !== undefined) this.note(node);
    return super.kind(node);
  }
  override parent(node: Node): Node {
    if (this.reads.current !== undefined) this.note(node);
    return super.parent(node);
  }
  override first(node: Node): Node {
    if (this.reads.current !== undefined) this.noteList(node);
    return super.first(node);
  }
  override next(node: Node): Node {
    // Which sibling comes next is a matter of the container.
    if (this.reads.current !== undefined) this.noteList(super.parent(node));
    return super.next(node);
  }
  override hasKey(node: Node): boolean {
    if (this.reads.current !== undefined) this.noteKey(node);
    return super.hasKey(node);
  }
  override key(node: Node): string {
    if (this.reads.current !== undefined) this.noteKey(node);
    return super.key(node);
  }
  override scalar(node: Node): Scalar | undefined {
    if (this.reads.current !== undefined) this.note(node);
    return super.scalar(node);
  }
  override source(node: Node): string {
    this.noteWhole(node);
    // Who has not heard yet that a node is gone may still ask for it.
    if (node !== this.root && super.parent(node) < 0) return "";
    return super.source(node);
  }
  override width(node: Node): number {
    this.noteWhole(node);
    return super.width(node);
  }
  override isComplete(node: Node): boolean {
    const complete = super.isComplete(node);
    const { current } = this.reads;
    if (current && node >= 0) {
      const foreign = current.owner === 0 || this.owners[node] !== current.owner;
      if (foreign) {
        current.note(this.ends, node);
        this.complete.set(node, complete);
      }
      current.note(this.ends, NONE);
    }
    return complete;
  }
  override gap(node: Node): string {
    const gap = this.gapNow(node);
    const { current } = this.reads;
    if (current && node >= 0) {
      current.note(this.spaces, node);
      this.gaps.set(node, gap);
    }
    return gap;
  }
  private gapNow(node: Node): string {
    // Who has not heard yet that a node is gone may still ask for it.
    return node !== this.root && super.parent(node) < 0 ? "" : super.gap(node);
  }
  override get(object: Node, key: string): Node {
    const { current } = this.reads;
    if (current !== undefined && object >= 0 && (current.owner === 0 || this.owners[object] !== current.owner))
      current.note(this.members, `${object} ${key}`);
    return this.member(object, key);
  }
  override innermost(offset: number): Node {
    const { current } = this.reads;
    return current ? super.innermost(offset) : this.table.innermost(offset);
  }
}

function grown(array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(size, array.length * 2));
  larger.set(array);
  return larger;
}
