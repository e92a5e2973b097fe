import type { Connector } from "../model/connector.ts";
import { samePlace } from "../syntax/item.ts";
import { Unit } from "../syntax/reads.ts";
import { Comparison, type Task } from "./comparison.ts";
import { judge } from "./judge.ts";
import { LiveMemos } from "./memos.ts";
import { type Contribution, type Contributor, keyOf, Tally } from "./tally.ts";
import type { Change, CompareOptions, Verdict } from "./types.ts";

type Contributions = readonly Contribution[];

/** A task with what came of it. */
interface Piece extends Contributor {
  readonly unit: Unit<Contributions>;
  /** What is counted of it. */
  counted: Contributions;
}

/**
 * The verdict on a connector that is being edited, against a version that stays as it is. Each piece of the comparison is a unit
 * that remembers what it found and what it read; after an edit only those compare again that read something which changed. What
 * it says always equals what `compareConnectors` says of the same text.
 */
export class LiveVerdict {
  private readonly after: Connector;
  private readonly options: CompareOptions;
  private readonly memos: LiveMemos;
  private readonly comparison: Comparison;
  private readonly tally = new Tally();
  private readonly doubtful = new Set<Unit<Contributions>>();
  private readonly pieceOf = new Map<Unit<Contributions>, Piece>();
  private pieces = new Map<string, Piece>();
  private planned: readonly Task[] | undefined;
  private edition = -1;
  private count = 0;

  constructor(before: Connector, after: Connector, options: CompareOptions = {}) {
    this.after = after;
    this.options = options;
    this.memos = new LiveMemos(after.reads);
    this.comparison = new Comparison(before, after, this.memos);
  }

  /** How many pieces have been compared so far. */
  get runs(): number {
    return this.count;
  }

  /** The verdict on the text as it stands; the same object as long as nothing in it changed. */
  current(): Verdict {
    const { reads, files } = this.after;
    do {
      reads.settle();
      this.plan();
      for (const unit of this.doubtful) this.run(unit);
    } while (this.doubtful.size);
    const edition = files.reduce((sum, { tree }) => sum + (tree?.edition ?? 0), 0);
    const moved = edition !== this.edition;
    this.edition = edition;
    return this.tally.current(moved);
  }

  /** Is not wanted any more, and is told nothing from now on. */
  drop(): void {
    for (const { unit } of this.pieces.values()) unit.drop();
    this.memos.drop();
  }

  /** Has a piece for each task that there is now. */
  private plan(): void {
    const { tasks } = this.comparison;
    if (tasks === this.planned) return;
    this.planned = tasks;
    const before = this.pieces;
    this.pieces = new Map();
    for (const [rank, task] of tasks.entries()) {
      const piece = before.get(task.key) ?? this.piece(task);
      before.delete(task.key);
      piece.rank = rank;
      this.pieces.set(task.key, piece);
    }
    for (const piece of before.values()) {
      piece.unit.drop();
      this.pieceOf.delete(piece.unit);
      this.tally.remove(piece.counted);
    }
    this.tally.reorder();
  }

  private piece({ own, find }: Task): Piece {
    const { reads, family } = this.after;
    const work = (): Contributions => {
      if (own) own.file.tree?.own(own.node);
      const found: Contribution[] = [];
      find((fact) => {
        const change = judge(fact, family, this.options);
        if (change) found.push({ key: keyOf(change), change });
      });
      return found;
    };
    const piece = { rank: 0, unit: new Unit(reads, this.doubtful, work, own ? reads.nextOwner() : 0), counted: [] };
    this.pieceOf.set(piece.unit, piece);
    return piece;
  }

  private run(unit: Unit<Contributions>): void {
    unit.run();
    this.count++;
    const piece = this.pieceOf.get(unit);
    const found = unit.value ?? [];
    if (!piece || alike(piece.counted, found)) return;
    this.tally.remove(piece.counted);
    this.tally.add(piece, found);
    piece.counted = found;
  }
}

function alike(before: Contributions, after: Contributions): boolean {
  return before.length === after.length && before.every(({ change }, i) => sameChange(change, after[i]?.change));
}
function sameChange(one: Change, other: Change | undefined): boolean {
  return (
    one.id === other?.id &&
    one.message === other.message &&
    one.entity === other.entity &&
    one.bump === other.bump &&
    one.operation === other.operation &&
    one.codes.length === other.codes.length &&
    one.codes.every(({ valuePath }, i) => valuePath === other.codes[i]?.valuePath) &&
    samePlace(one.old, other.old) &&
    samePlace(one.new, other.new)
  );
}
