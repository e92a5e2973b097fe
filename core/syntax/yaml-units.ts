import type { OpenContainer } from "./region.ts";
import { type FlatTree, Kind, type Node } from "./tree.ts";
import type { TreeBuilder } from "./tree-builder.ts";
import type { KeyMark, OpenKeys } from "./yaml-keys.ts";
import { CR, DASH, HASH, isEmptyAt, isMarker, LF, nextLine, skipSpaces, TAB } from "./yaml-lexemes.ts";
import { parseYamlByPackage } from "./yaml-package.ts";

/** Lines that the full parser reads by themselves: a member of the first or second level, and what strayed in behind it. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  /** Depth of the collection that it is a member of: 0 or 1. */
  readonly level: number;
  /** What the table held before it. */
  readonly nodes: number;
  readonly problems: number;
  readonly keys: KeyMark;
}

/** Where the member of a level began that is being read. */
interface Begun {
  readonly start: number;
  readonly nodes: number;
  readonly problems: number;
  readonly keys: KeyMark;
}

/**
 * Finds the lines that are read by the full parser when the scanner meets something unusual or wrong in them, and puts the
 * result into the table. Where a member begins is told by its indentation alone, so that a slip in one of them stays there.
 */
export class Units {
  private readonly text: string;
  private readonly builder: TreeBuilder;
  private readonly keys: OpenKeys;
  private readonly begun: (Begun | undefined)[] = [undefined, undefined];
  /** Column of the members of the second level; -1 while the member of the first has none. */
  private section: number;

  constructor(text: string, builder: TreeBuilder, keys: OpenKeys, open: readonly OpenContainer[]) {
    this.text = text;
    this.builder = builder;
    this.keys = keys;
    this.section = open[1]?.indent ?? -1;
  }

  private here(start: number): Begun {
    const { builder, keys } = this;
    return { start, nodes: builder.count, problems: builder.problems.length, keys: keys.mark };
  }
  /** A member of level 0 or 1 begins, on a line of its own. */
  member(level: number, start: number, column: number): void {
    this.begun[level] = this.here(start);
    if (level === 1) this.section = column;
    else {
      this.begun[1] = undefined;
      this.section = -1;
    }
  }

  /** A collection of level 0 or 1 begins; its first member may stand on the line of its parent. */
  opened(level: number, start: number, column: number): void {
    const line = this.text.lastIndexOf("\n", start - 1) + 1;
    const own = skipSpaces(this.text, line) === start;
    if (level === 0) {
      this.begun[0] = this.here(line);
      this.begun[1] = undefined;
      this.section = -1;
    } else if (own) {
      this.section = column;
      this.begun[1] = this.here(line);
    }
  }

  /** The unit that the line at `from` belongs to. `before`: it begins before the text. `whole`: there is none. */
  read(from: number, column: number, indents: Int32Array): Unit | "before" | "whole" {
    const { text, section } = this;
    const root = indents[0] as number;
    const line = text.lastIndexOf("\n", from - 1) + 1;
    const here = this.here(line);
    const at = skipSpaces(text, line);
    const tab = text.charCodeAt(at) === TAB;
    if (!tab && (column < root || isMarker(text, line))) return "whole";
    let level = 0;
    let begun: Begun | undefined = here;
    if (tab || column > root || (column === root && section === root && text.charCodeAt(at) === DASH)) {
      level = section >= 0 ? 1 : 0;
      begun = !tab && column === section && this.begun[1]?.start !== line ? here : this.begun[level];
    } else if (this.begun[0]?.start === line) begun = this.begun[0];
    if (!begun) return "before";
    // The line of the member itself was read already in part: what the table holds of it goes.
    return { ...begun, level, end: this.end(begun.start, level, root) };
  }

  /** Start of the next member of the same level or an outer one. */
  private end(start: number, level: number, root: number): number {
    const { text, section } = this;
    let line = nextLine(text, start);
    while (line < text.length) {
      const at = skipSpaces(text, line);
      const code = text.charCodeAt(at);
      const column = at - line;
      const blank = code === LF || code === CR || code === HASH || code === TAB || at >= text.length;
      if (!blank) {
        if (level === 1 && (column === section || column <= root)) return line;
        const item = code === DASH && isEmptyAt(text, at + 1);
        if (level === 0 && column <= root && !(column === root && item && !this.isList(root, start))) return line;
      }
      line = nextLine(text, line);
    }
    return text.length;
  }
  /** Whether the line of a member begins with a dash. */
  private isList(column: number, start: number): boolean {
    return this.text.charCodeAt(start + column) === DASH && isEmptyAt(this.text, start + column + 1);
  }

  /** Reads a unit and adds it to its collection. False where it refers to what stands elsewhere. */
  graft(unit: Unit, parent: Node, map: boolean, duplicates: boolean): boolean {
    const { builder } = this;
    const { start } = unit;
    builder.rewind(unit.nodes, unit.problems);
    this.keys.rewind(unit.keys);
    this.begun[unit.level] = { start, nodes: unit.nodes, problems: unit.problems, keys: unit.keys };
    const source = this.text.slice(start, unit.end);
    const tree = parseYamlByPackage(source);
    // What is missing at the end is missed after the last thing that is written, and not on the line of the next member.
    const last = source.trimEnd().length;
    const fits = tree.kind(tree.root) === (map ? Kind.object : Kind.array);
    // Names in the unit's own collection are compared with those outside of it too, below.
    const own = new Set<number>();
    for (let child = tree.first(tree.root); child >= 0; child = tree.next(child)) own.add(tree.keyStart(child));
    for (const { code, message, start: from, end, severity } of tree.problems) {
      if (code === "bad-alias" || code === "too-large" || code === "several-documents") return false;
      if (code !== "duplicate-key" || (duplicates && fits && !own.has(from)))
        builder.problem(code, message, Math.min(from, last - 1) + start, Math.min(end, last) + start, severity);
    }
    if (fits)
      for (let child = tree.first(tree.root); child >= 0; child = tree.next(child)) {
        const added = this.copy(tree, child, parent, start);
        if (map) this.keys.addName(tree.key(child), builder.keyOf(added), builder.keyEndOf(added));
      }
    else this.stray(tree, parent, map, start);
    return true;
  }

  /** A line that is no member of its collection: a word without a colon, an item without its dash. */
  private stray(tree: FlatTree, parent: Node, map: boolean, start: number): void {
    const { builder } = this;
    const from = tree.start(tree.root) + start;
    const end = Math.max(tree.end(tree.root) + start, from);
    const line = this.text.slice(from, end).search(/[\r\n]/);
    const to = line < 0 ? end : from + line;
    if (!map) {
      builder.problem("missing-dash", "An item of a list begins with a dash.", from, to);
      return;
    }
    if (!tree.problems.length) {
      const word = this.text.slice(from, to);
      builder.problem("missing-colon", `A colon and a value are missing after "${word}".`, from, to);
    }
    if (tree.kind(tree.root) === Kind.object || tree.kind(tree.root) === Kind.array) return;
    const node = builder.add(Kind.missing, to, to, parent, from, to);
    const name = String(tree.scalar(tree.root) ?? "");
    builder.kept.keys.set(node, name);
    this.keys.addName(name, from, to);
  }

  private copy(tree: FlatTree, node: Node, parent: Node, start: number): Node {
    const { builder } = this;
    const keyed = tree.hasKey(node);
    const added = builder.add(
      tree.kind(node),
      tree.start(node) + start,
      tree.end(node) + start,
      parent,
      keyed ? tree.keyStart(node) + start : -1,
      keyed ? tree.keyEnd(node) + start : -1,
    );
    if (keyed) builder.kept.keys.set(added, tree.key(node));
    const value = tree.scalar(node);
    if (value !== undefined) builder.kept.scalars.set(added, value);
    for (let child = tree.first(node); child >= 0; child = tree.next(child)) this.copy(tree, child, added, start);
    return added;
  }
}
