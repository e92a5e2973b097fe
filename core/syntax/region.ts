import type { Kind, Node } from "./tree.ts";
import type { TreeBuilder } from "./tree-builder.ts";

/**
 * A stretch of a document that is scanned on its own, between two places where a member or item begins. What is open at its
 * start is given; whether the same is open at its end as before tells whether what follows still means what it meant.
 */
export interface Region {
  /** The text of the region and some of what follows it, because scanners look ahead. */
  readonly text: string;
  /** Length of the region; the length of `text` where the document ends with it. */
  readonly stop: number;
  /** Offset of the first token after the region; -1 where the document ends with the region. */
  readonly boundary: number;
  /** Whether the document goes on after `text`. */
  readonly more: boolean;
  /** Containers that are open at the start, outermost first. */
  readonly open: readonly OpenContainer[];
  /** Containers that have to be open at the boundary. */
  readonly expected: readonly OpenContainer[];
  /** Indentation of the line that the region starts in the middle of; -1 where it starts a line. */
  readonly lineIndent: number;
  /** Whether brackets that do not match are to be understood by the indentation. */
  readonly recover: boolean;
  /** Whether repeated keys are to be reported: in a region not all members of a container are in sight. */
  readonly duplicates: boolean;
}

export interface OpenContainer {
  readonly kind: Kind;
  /** Column of the line that opened it; for block collections the column of their members. */
  readonly indent: number;
  /** Column of its first member where that begins a line; -1 otherwise. */
  readonly childColumn: number;
}

/** A place where the document may be divided: the start of a member or item, or of its line. */
export interface Cut {
  readonly offset: number;
  /** Offset of the member or item itself. */
  readonly token: number;
  /** Number of nodes before it. */
  readonly nodes: number;
  /** Number of problems that were found before it was reached. */
  problems: number;
  readonly container: Node;
  /** The last member or item of the container before it. */
  readonly before: Node;
  /** Indentation of the line in the middle of which it is; -1 where it starts a line. */
  readonly lineIndent: number;
  /** Brackets before it, since the last cut, that have no partner there. */
  readonly brackets: string;
}

/** How a scan of a region ended. */
export type Outcome =
  /** What follows means what it meant. */
  | "aligned"
  /** The last token runs into what follows, or was read with an eye on more than was given: the region has to grow. */
  | "grow"
  /** What follows means something else, because other containers are open. */
  | "shifted"
  /** What stands before the region has a part in it: the region has to begin earlier. */
  | "before"
  /** It is not to be had by this scanner: the whole document has to be read anew. */
  | "whole";

export interface RegionScan {
  readonly outcome: Outcome;
  readonly builder: TreeBuilder;
  /** How many of its first rows stand for containers that were open before. */
  readonly given: number;
  /** Containers that are open at the boundary, outermost first; the first rows of the builder stand for those given. */
  readonly exit: readonly Node[];
  readonly cuts: readonly Cut[];
  readonly root: Node;
  /** Brackets after the last cut that have no partner there. */
  readonly brackets: string;
  /** Problems of brackets among all problems. */
  readonly unbalanced: number;
  /** Whether brackets that match stand where their indentation does not let one expect them. */
  readonly irregular: boolean;
}

/** From this size on a leaf ends at the next place that can be cut, and from a smaller one where an entity begins. */
const LEAF = 1500;
const ENTITY_LEAF = 500;
const ENTITY_DEPTH = 2;

/** Collects cuts while a scanner runs. */
export class Cuts {
  readonly list: Cut[] = [];
  private last = 0;
  /** Furthest offset that was looked at before it was scanned: no cut may be before it. */
  private seen = 0;

  look(offset: number): void {
    if (offset > this.seen) this.seen = offset;
  }
  /** Whether to cut before a member that begins at an offset. */
  wanted(offset: number, depth: number): boolean {
    const size = offset - this.last;
    return size >= ENTITY_LEAF && (size >= LEAF || depth <= ENTITY_DEPTH) && this.seen <= offset;
  }
  /** Takes back cuts after an offset, because something after them has a part in what stands there; answers their brackets. */
  undo(offset: number): string {
    let brackets = "";
    while ((this.list[this.list.length - 1]?.offset ?? -1) > offset) brackets = this.list.pop()?.brackets + brackets;
    this.last = this.list[this.list.length - 1]?.offset ?? 0;
    return brackets;
  }
  add(cut: Cut): void {
    this.list.push(cut);
    this.last = cut.offset;
  }
}

/** Brackets without those that have their partner among them. */
export function unpaired(brackets: string): string {
  const open: string[] = [];
  for (const bracket of brackets) {
    const last = open[open.length - 1];
    if ((bracket === "}" && last === "{") || (bracket === "]" && last === "[")) open.pop();
    else open.push(bracket);
  }
  return open.join("");
}
