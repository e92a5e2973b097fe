import { countBreaks, type Leaf } from "./leaves.ts";
import { Matching } from "./matching.ts";
import type { Cut, RegionScan } from "./region.ts";
import { TableRows } from "./table-rows.ts";
import { END, FIRST, KEY_END, KEY_START, KIND, NEXT, NONE, type Node, PARENT, START, STRIDE } from "./tree.ts";

/** What a change of the text changed in the table. */
export interface TableChange {
  /** Nodes of which kind, key, value or parent changed, that are new, or gone. */
  readonly nodes: Set<Node>;
  /** Nodes whose list of children changed. */
  readonly containers: Set<Node>;
  /** Members of objects, as `node key`, that are another node now, or none. */
  readonly members: Set<string>;
  /** Nodes whose decoded key has to be forgotten. */
  readonly renamed: Set<Node>;
  /** Nodes around which there are problems of the text, or were. */
  readonly faulty: Set<Node>;
}

const BRACKETS: ReadonlySet<string> = new Set(["unclosed-bracket", "unmatched-bracket", "extra-content"]);

/** A new leaf, where it begins in the region, and the first row of the scan that lies behind it. */
interface Piece {
  readonly offset: number;
  readonly until: number;
  readonly leaf: Leaf;
}

/** What stands at a place of the document between two leaves: open containers, and what follows in each of them. */
interface Seam {
  readonly containers: readonly Node[];
  /** First member or item of each container behind the seam. */
  readonly following: readonly Node[];
}

/**
 * The node table of a document that is being edited. Rows hold offsets relative to a leaf, links between rows hold anywhere, and
 * a stretch of leaves is exchanged for another one without touching what is around it.
 */
export class LiveTable extends TableRows {
  private undivided: { readonly text: string; readonly scan: RegionScan; readonly ids: Int32Array } | undefined;

  /**
   * Takes the first text: every node is new, nobody has read any, and the rows are taken over as they are. The text stays in one
   * piece until it is edited or there is time to divide it, because who opens a document waits for what is to be said of it.
   */
  load(text: string, scan: RegionScan, repeated: boolean): TableChange {
    const { builder } = scan;
    const { count } = builder;
    this.count = count;
    this.capacity = builder.capacity;
    this.rows = builder.rows;
    this.indents = builder.indents;
    this.childColumns = builder.childColumns;
    this.startLeaf = new Int32Array(this.capacity);
    this.endLeaf = new Int32Array(this.capacity);
    for (const [node, key] of builder.kept.keys) this.kept.keys.set(node, key);
    for (const [node, value] of builder.kept.scalars) this.kept.scalars.set(node, value);
    const ids = new Int32Array(count);
    for (let row = 0; row < count; row++) ids[row] = row;
    this.undivided = { text, scan, ids };
    const pieces = this.pieces([], text, { ...scan, cuts: [] }, ids, [], NONE);
    this.register(pieces, []);
    this.leaves.splice(
      0,
      0,
      pieces.map(({ leaf }) => leaf),
    );
    const containers = new Set<Node>(repeated ? ids : []);
    return { nodes: new Set(), containers, members: new Set(), renamed: new Set(), faulty: new Set() };
  }
  /** Divides the first text into leaves. No node changes its number or place. */
  divide(): void {
    if (!this.undivided) return;
    const { text, scan, ids } = this.undivided;
    this.undivided = undefined;
    const old = [...this.leaves.list];
    const pieces = this.pieces(old, text, scan, ids, [], NONE);
    const bounds = pieces.map(({ offset }) => offset);
    this.write(ids, scan, pieces, bounds, text.length, undefined, 0);
    this.register(pieces, old);
    this.leaves.splice(
      0,
      old.length,
      pieces.map(({ leaf }) => leaf),
    );
  }
  /** Makes new leaves known, and forgets old ones. */
  private register(pieces: readonly Piece[], old: readonly Leaf[]): void {
    for (const leaf of old) this.faulty.delete(leaf);
    for (const { leaf } of pieces) {
      this.leafById[leaf.id] = leaf;
      if (leaf.problems.length) this.faulty.add(leaf);
    }
    for (const leaf of old.slice(pieces.length)) {
      this.leafById[leaf.id] = undefined;
      this.freeLeaves.push(leaf.id);
    }
    this.unbalanced += sumOf(pieces.map(({ leaf }) => leaf)) - sumOf(old);
  }

  /** Exchanges leaves `from` to `to` (exclusive) for a text that was scanned. */
  replace(from: number, to: number, text: string, scan: RegionScan): TableChange {
    const { leaves } = this;
    const old = leaves.list.slice(from, to);
    const next = leaves.list[to];
    const given = this.chain(old[0] ?? next);
    const seam = this.seam(next);
    const change: TableChange = {
      nodes: new Set(),
      containers: new Set(),
      members: new Set(),
      renamed: new Set(),
      faulty: new Set(),
    };
    this.around(old, change.faulty);
    const matching = new Matching(this, old, given, text, scan);
    matching.keepOpen(scan.exit, seam.containers);
    this.reserve(matching.fresh);
    const ids = matching.assign(() => this.take());
    // What is read of the old state has to be read before anything is written.
    const before = old[0]?.before ?? NONE;
    const ends = seam.containers.map((node) => [this.row(node, END), this.endLeaf[node] as number] as const);
    this.note(change, matching, ids, scan, text);
    const pieces = this.pieces(old, text, scan, ids, given, before);
    const bounds = pieces.map((piece) => piece.offset);
    this.write(ids, scan, pieces, bounds, text.length, next, given.length);
    for (const node of matching.gone) this.drop(node);
    this.link(ids, scan, given, before, seam);
    this.tie(ids, scan, seam, ends, next, to, change);
    this.register(pieces, old);
    if (next) next.before = this.lastBefore(ids, scan, given, before);
    leaves.splice(
      from,
      to - from,
      pieces.map(({ leaf }) => leaf),
    );
    this.around(
      pieces.map(({ leaf }) => leaf),
      change.faulty,
    );
    return change;
  }
  /** Collects the nodes around which there are problems of the text. */
  private around(leaves: readonly Leaf[], found: Set<Node>): void {
    for (const leaf of leaves)
      for (const { start } of leaf.problems)
        for (let node = this.innermost(this.leaves.start(leaf) + start); node >= 0; node = this.row(node, PARENT)) {
          if (found.has(node)) break;
          found.add(node);
        }
  }

  private seam(next: Leaf | undefined): Seam {
    const containers = this.chain(next);
    const following = containers.map((_, depth) => {
      const inner = containers[depth + 1];
      return inner === undefined ? ((next?.nodes[0] ?? NONE) as Node) : this.row(inner, NEXT);
    });
    return { containers, following };
  }

  /** Collects what changes, while the old rows still stand. */
  private note(change: TableChange, matching: Matching, ids: Int32Array, scan: RegionScan, text: string): void {
    const { nodes, containers, members, renamed } = change;
    const { rows } = scan.builder;
    const member = (parent: Node, key: string): void => {
      if (parent < 0) return;
      containers.add(parent);
      members.add(`${parent} ${key}`);
    };
    /** Where nodes stood that another one takes the number of, or none. */
    const left = new Map<Node, readonly [Node, string]>();
    const leaving = (node: Node): void => {
      nodes.add(node);
      renamed.add(node);
      left.set(node, [this.row(node, PARENT), this.keyOf(node)]);
    };
    for (const node of matching.gone) {
      leaving(node);
      containers.add(node);
    }
    for (const node of matching.moved) leaving(node);
    for (let row = matching.first; row < ids.length; row++) {
      const id = ids[row] as Node;
      const parentRow = rows[row * STRIDE + PARENT] as number;
      const parent = parentRow < 0 ? NONE : (ids[parentRow] as Node);
      const changed = matching.isNew(row);
      if (!changed && this.row(id, PARENT) === parent) continue;
      if (!changed) leaving(id);
      nodes.add(id);
      renamed.add(id);
      if (changed) containers.add(id);
      const key = matching.keyOf(row, text);
      const before = left.get(id);
      // A value that changed is still the same member of its object.
      if (matching.isInPlace(row) && before?.[0] === parent && before[1] === key && key) left.delete(id);
      else member(parent, key);
    }
    for (const [parent, key] of left.values()) member(parent, key);
  }
  /** Divides the new text into leaves, which take the places of the old ones as far as these reach. */
  private pieces(
    old: readonly Leaf[],
    text: string,
    scan: RegionScan,
    ids: Int32Array,
    given: readonly Node[],
    before: Node,
  ): Piece[] {
    const { builder } = scan;
    const cuts = scan.cuts.filter(({ offset }) => offset > 0 && offset < text.length);
    const starts: (Cut | undefined)[] = [undefined, ...cuts];
    let row = given.length;
    let problems = 0;
    return starts.map((cut, i) => {
      const offset = cut?.offset ?? 0;
      const end = starts[i + 1]?.offset ?? text.length;
      const until = starts[i + 1]?.nodes ?? builder.count;
      const container = cut ? (ids[cut.container] as Node) : (old[0]?.container ?? NONE);
      let previous = before;
      if (cut) previous = cut.before < 0 ? this.beforeOf(cut.container, given, before) : (ids[cut.before] as Node);
      const nodes = ids.slice(row, until);
      row = until;
      const upTo = starts[i + 1]?.problems ?? builder.problems.length;
      const own = builder.problems
        .slice(problems, upTo)
        .map((problem) => ({ ...problem, start: problem.start - offset, end: problem.end - offset }));
      problems = upTo;
      const piece = text.slice(offset, end);
      const leaf: Leaf = {
        id: old[i]?.id ?? this.freeLeaves.pop() ?? this.leafById.push(undefined) - 1,
        index: 0,
        text: piece,
        breaks: countBreaks(piece),
        nodes,
        problems: own,
        container,
        before: previous,
        lead: cut ? cut.token - offset : (old[0]?.lead ?? 0),
        lineIndent: cut ? cut.lineIndent : (old[0]?.lineIndent ?? -1),
        brackets: starts[i + 1]?.brackets ?? scan.brackets,
        unbalanced: own.filter(({ code }) => BRACKETS.has(code)).length,
      };
      return { offset, until, leaf };
    });
  }
  /** The last child that a container had before the region; `container` is its row in the scan. */
  private beforeOf(container: Node, given: readonly Node[], before: Node): Node {
    if (container >= given.length) return NONE;
    return container === given.length - 1 ? before : (given[container + 1] as Node);
  }
  private lastBefore(ids: Int32Array, scan: RegionScan, given: readonly Node[], before: Node): Node {
    const container = scan.exit[scan.exit.length - 1] ?? NONE;
    const last = scan.builder.last(container);
    return last >= 0 ? (ids[last] as Node) : this.beforeOf(container, given, before);
  }

  private write(
    ids: Int32Array,
    scan: RegionScan,
    pieces: readonly Piece[],
    bounds: readonly number[],
    length: number,
    next: Leaf | undefined,
    first: number,
  ): void {
    const { rows } = this;
    const { builder } = scan;
    const source = builder.rows;
    const linked = (row: number): Node => (row < 0 ? NONE : (ids[row] as Node));
    let piece = 0;
    for (let row = first; row < ids.length; row++) {
      const id = ids[row] as Node;
      const from = row * STRIDE;
      const to = id * STRIDE;
      const start = source[from + START] as number;
      const keyStart = source[from + KEY_START] as number;
      while (row >= (pieces[piece] as Piece).until) piece++;
      const { offset, leaf } = pieces[piece] as Piece;
      rows[to + KIND] = source[from + KIND] as number;
      rows[to + START] = start - offset;
      rows[to + KEY_START] = keyStart < 0 ? -1 : keyStart - offset;
      rows[to + KEY_END] = keyStart < 0 ? -1 : (source[from + KEY_END] as number) - offset;
      rows[to + PARENT] = linked(source[from + PARENT] as number);
      rows[to + NEXT] = linked(source[from + NEXT] as number);
      rows[to + FIRST] = linked(source[from + FIRST] as number);
      this.startLeaf[id] = leaf.id;
      this.place(id, source[from + END] as number, pieces, bounds, length, next);
      this.indents[id] = builder.indents[row] as number;
      this.childColumns[id] = builder.childColumns[row] as number;
      if (this.kept.keys.size) this.kept.keys.delete(id);
      if (this.kept.scalars.size) this.kept.scalars.delete(id);
      if (builder.kept.keys.size) {
        const key = builder.kept.keys.get(row);
        if (key !== undefined) this.kept.keys.set(id, key);
      }
      if (builder.kept.scalars.size) {
        const scalar = builder.kept.scalars.get(row);
        if (scalar !== undefined) this.kept.scalars.set(id, scalar);
      }
    }
    // Containers that were open before and are closed now end in the region.
    for (let row = 0; row < first; row++)
      if (!scan.exit.includes(row))
        this.place(ids[row] as Node, source[row * STRIDE + END] as number, pieces, bounds, length, next);
  }

  /** Writes down where a node ends: in a leaf of the region, or in the blanks before the token that follows it. */
  private place(
    id: Node,
    end: number,
    pieces: readonly Piece[],
    bounds: readonly number[],
    length: number,
    next: Leaf | undefined,
  ): void {
    if (end > length && next) {
      this.endLeaf[id] = next.id;
      this.rows[id * STRIDE + END] = end - length;
      return;
    }
    let low = 0;
    let high = bounds.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((bounds[middle] as number) < end) low = middle;
      else high = middle - 1;
    }
    this.endLeaf[id] = (pieces[low] as Piece).leaf.id;
    this.rows[id * STRIDE + END] = end - (bounds[low] as number);
  }

  /** Links the first children of containers that were open before to what stands before the region. */
  private link(ids: Int32Array, scan: RegionScan, given: readonly Node[], before: Node, seam: Seam): void {
    const { rows } = this;
    for (let depth = 0; depth < given.length; depth++) {
      const own = this.ownChild(scan, depth, given.length);
      const head = own >= 0 ? (ids[own] as Node) : scan.exit[depth] === depth ? (seam.following[depth] ?? NONE) : NONE;
      const previous = depth === given.length - 1 ? before : (given[depth + 1] as Node);
      if (previous < 0) rows[(given[depth] as Node) * STRIDE + FIRST] = head;
      else rows[previous * STRIDE + NEXT] = head;
    }
  }
  /** The first child that a given container has in the region itself; its row's first child may be the next given container. */
  private ownChild(scan: RegionScan, depth: number, given: number): number {
    const { rows } = scan.builder;
    const first = rows[depth * STRIDE + FIRST] as number;
    return depth + 1 < given ? (rows[first * STRIDE + NEXT] as number) : first;
  }

  /** Links what is open at the end of the region to what follows there. */
  private tie(
    ids: Int32Array,
    scan: RegionScan,
    seam: Seam,
    ends: readonly (readonly [number, number])[],
    next: Leaf | undefined,
    to: number,
    change: TableChange,
  ): void {
    if (!next) return;
    const { rows } = this;
    const { exit, builder } = scan;
    for (let depth = 0; depth < exit.length; depth++) {
      const row = exit[depth] as number;
      const id = ids[row] as Node;
      const old = seam.containers[depth] as Node;
      const following = seam.following[depth] as Node;
      const last = builder.last(row);
      const given = row < scan.given;
      if (last >= scan.given) rows[(ids[last] as Node) * STRIDE + NEXT] = following;
      else if (last < 0 && !given) rows[id * STRIDE + FIRST] = following;
      const [end, endLeaf] = ends[depth] as readonly [number, number];
      rows[id * STRIDE + END] = end;
      this.endLeaf[id] = endLeaf;
      if (id !== old) this.adopt(id, old, following, to, change);
    }
  }
  /** What follows the region in a container belongs to another one now. */
  private adopt(id: Node, old: Node, following: Node, to: number, change: TableChange): void {
    for (let child = following; child >= 0; child = this.row(child, NEXT)) {
      this.rows[child * STRIDE + PARENT] = id;
      change.nodes.add(child);
      const key = this.keyOf(child);
      change.members.add(`${old} ${key}`).add(`${id} ${key}`);
    }
    change.containers.add(old).add(id);
    for (let index = to; index < this.leaves.list.length; index++) {
      const leaf = this.leaves.list[index] as Leaf;
      if (leaf.container === old) leaf.container = id;
      if (leaf.before === old) leaf.before = id;
    }
  }
}

function sumOf(leaves: readonly Leaf[]): number {
  let sum = 0;
  for (const { unbalanced } of leaves) sum += unbalanced;
  return sum;
}
