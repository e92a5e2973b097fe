import type { Leaf } from "./leaves.ts";
import type { LiveTable } from "./live-table.ts";
import type { RegionScan } from "./region.ts";
import { END, KEY_END, KEY_START, KIND, Kind, NONE, type Node, PARENT, START, STRIDE } from "./tree.ts";

/** How a row took over a number: in the order of the nodes, or out of it. */
const IN_PLACE = 1;
const SWAPPED = 2;

/**
 * Finds out which nodes of a stretch are still what they were after it was scanned again. From both ends, nodes that are
 * written alike keep their numbers; those in between, usually none or one, take over the numbers in their order and count as
 * changed.
 */
export class Matching {
  /** First row of the scan that is not one of the given containers. */
  readonly first: number;
  /** Old nodes that are no more, and those whose numbers others have taken over. */
  readonly gone: Node[];
  readonly moved: Node[];
  private readonly table: LiveTable;
  private readonly scan: RegionScan;
  private readonly ids: Int32Array;
  private readonly changed: Uint8Array;

  constructor(table: LiveTable, old: readonly Leaf[], given: readonly Node[], text: string, scan: RegionScan) {
    this.table = table;
    this.scan = scan;
    this.first = given.length;
    const count = scan.builder.count;
    this.ids = new Int32Array(count).fill(NONE);
    this.changed = new Uint8Array(count);
    this.ids.set(given);
    const nodes: Node[] = [];
    const leaves: Leaf[] = [];
    for (const leaf of old)
      for (const node of leaf.nodes) {
        nodes.push(node);
        leaves.push(leaf);
      }
    const rows = count - this.first;
    const depths = this.depths();
    const oldDepths = this.oldDepths(nodes, given);
    const same = (i: number, j: number): boolean =>
      oldDepths[i] === depths[this.first + j] && this.alike(nodes[i] as Node, leaves[i] as Leaf, this.first + j, text);
    const shorter = Math.min(nodes.length, rows);
    let prefix = 0;
    while (prefix < shorter && same(prefix, prefix)) prefix++;
    // The root keeps its number whatever becomes of it.
    const least = given.length ? prefix : Math.max(prefix, Math.min(shorter, 1));
    let suffix = 0;
    while (suffix < shorter - least && same(nodes.length - 1 - suffix, rows - 1 - suffix)) suffix++;
    for (let i = 0; i < prefix; i++) this.ids[this.first + i] = nodes[i] as Node;
    for (let i = 1; i <= suffix; i++) this.ids[count - i] = nodes[nodes.length - i] as Node;
    const left = nodes.slice(prefix, nodes.length - suffix);
    const places = rows - prefix - suffix;
    this.moved = left.slice(0, places);
    this.gone = left.slice(places);
    for (let i = 0; i < places; i++) {
      this.ids[this.first + prefix + i] = left[i] ?? NONE;
      this.changed[this.first + prefix + i] = IN_PLACE;
    }
  }

  /** How many numbers are still to be given. */
  get fresh(): number {
    let fresh = 0;
    for (const id of this.ids) if (id < 0) fresh++;
    return fresh;
  }
  isNew(row: number): boolean {
    return this.changed[row] !== 0;
  }
  /** Whether a row that changed stands among its neighbours where the node stood before. */
  isInPlace(row: number): boolean {
    return this.changed[row] === IN_PLACE;
  }

  /** Containers that are open at the end keep the numbers that what follows knows them by. */
  keepOpen(exit: readonly Node[], containers: readonly Node[]): void {
    exit.forEach((row, depth) => {
      const old = containers[depth] as Node;
      const is = this.ids[row] as Node;
      if (row < this.first || is === old) return;
      const other = this.ids.indexOf(old);
      if (other >= 0 && other < this.first) return;
      if (other >= 0) {
        this.ids[other] = is;
        this.changed[other] = SWAPPED;
      } else {
        const index = this.gone.indexOf(old);
        if (index < 0) return;
        this.gone.splice(index, 1);
        if (is >= 0) this.gone.push(is);
        this.moved.push(old);
      }
      this.ids[row] = old;
      this.changed[row] = SWAPPED;
    });
  }

  assign(take: () => Node): Int32Array {
    for (let row = 0; row < this.ids.length; row++) {
      if ((this.ids[row] as Node) >= 0) continue;
      this.ids[row] = take();
      this.changed[row] = SWAPPED;
    }
    return this.ids;
  }

  /** The decoded key of a row of the scan. */
  keyOf(row: number, text: string): string {
    const { builder } = this.scan;
    const kept = builder.kept.keys.get(row);
    if (kept !== undefined) return kept;
    const start = builder.rows[row * STRIDE + KEY_START] as number;
    if (start < 0) return "";
    return this.table.decodeKey(text, start, builder.rows[row * STRIDE + KEY_END] as number);
  }

  private depths(): Int32Array {
    const { rows, count } = this.scan.builder;
    const depths = new Int32Array(count);
    for (let row = 0; row < count; row++) {
      const parent = rows[row * STRIDE + PARENT] as number;
      depths[row] = parent < 0 ? 0 : (depths[parent] as number) + 1;
    }
    return depths;
  }
  private oldDepths(nodes: readonly Node[], given: readonly Node[]): Int32Array {
    const depths = new Map<Node, number>();
    for (const [depth, node] of given.entries()) depths.set(node, depth);
    return Int32Array.from(nodes, (node) => {
      const depth = (depths.get(this.table.row(node, PARENT)) ?? -1) + 1;
      depths.set(node, depth);
      return depth;
    });
  }

  private alike(node: Node, leaf: Leaf, row: number, text: string): boolean {
    const { table } = this;
    const { builder } = this.scan;
    const at = row * STRIDE;
    const { rows } = builder;
    const kind = rows[at + KIND] as Kind;
    if (table.row(node, KIND) !== kind) return false;
    const same = (start: number, end: number): boolean => {
      const from = rows[at + start] as number;
      const to = rows[at + end] as number;
      const oldFrom = table.row(node, start);
      if (from < 0 || oldFrom < 0) return from < 0 && oldFrom < 0;
      return (
        table.row(node, end) - oldFrom === to - from &&
        leaf.text.slice(oldFrom, table.row(node, end)) === text.slice(from, to)
      );
    };
    if (!same(KEY_START, KEY_END)) return false;
    if (kind !== Kind.object && kind !== Kind.array && !same(START, END)) return false;
    return (
      builder.kept.keys.get(row) === table.kept.keys.get(node) &&
      Object.is(builder.kept.scalars.get(row), table.kept.scalars.get(node))
    );
  }
}
