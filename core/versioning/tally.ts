import { NodePlace } from "../syntax/item.ts";
import type { Place } from "../syntax/source.ts";
import type { Bump, Change, Verdict } from "./types.ts";

export const BUMPS: readonly Bump[] = ["none", "patch", "minor", "major"];

/** Who contributes changes, and where among the others. */
export interface Contributor {
  rank: number;
}

/** A change as one contributor judged it. `key` is the same for what is one entry of the verdict: rule and place. */
export interface Contribution {
  readonly key: string;
  readonly change: Change;
}

/** Where a contribution comes among those of all contributors. */
interface Turn {
  readonly by: Contributor;
  readonly index: number;
}
interface Group {
  readonly turns: Map<Contribution, Turn>;
  /** What stands for all of them, and its turn; not known after one of them came or went. */
  shown: { readonly change: Change; readonly turn: Turn } | undefined;
}

/**
 * The changes of a verdict, counted: each contributor's part can be taken out and put in again. Of changes with the same rule
 * and place, which a shared definition makes in every operation that uses it, the first one stands for all.
 */
export class Tally {
  private readonly groups = new Map<string, Group>();
  private readonly bumps = new Map<Bump, number>();
  private verdict: Verdict | undefined;

  add(by: Contributor, contributions: readonly Contribution[]): void {
    if (contributions.length) this.verdict = undefined;
    for (const [index, contribution] of contributions.entries()) {
      const { key, change } = contribution;
      this.count(change.bump, 1);
      let group = this.groups.get(key);
      if (!group) {
        group = { turns: new Map(), shown: undefined };
        this.groups.set(key, group);
      }
      group.turns.set(contribution, { by, index });
      group.shown = undefined;
    }
  }

  remove(contributions: readonly Contribution[]): void {
    if (contributions.length) this.verdict = undefined;
    for (const contribution of contributions) {
      const { key, change } = contribution;
      const group = this.groups.get(key);
      if (!group?.turns.delete(contribution)) continue;
      this.count(change.bump, -1);
      group.shown = undefined;
      if (!group.turns.size) this.groups.delete(key);
    }
  }
  private count(bump: Bump, by: number): void {
    this.bumps.set(bump, (this.bumps.get(bump) ?? 0) + by);
  }

  /** Contributors have other ranks now. */
  reorder(): void {
    this.verdict = undefined;
    for (const group of this.groups.values()) group.shown = undefined;
  }

  /**
   * The largest bump that any change asks for, and the changes by weight and place. The same object until something changes;
   * `moved` says that text moved, which may have changed the order.
   */
  current(moved: boolean): Verdict {
    if (this.verdict && !(moved && isUnsorted(this.verdict.changes))) return this.verdict;
    const sorted = [...this.groups.values()].map((group) => {
      const { change, turn } = shown(group);
      return { change, weight: BUMPS.indexOf(change.bump), start: startOf(change), turn };
    });
    sorted.sort(
      (a, b) => b.weight - a.weight || a.start - b.start || byName(a.change, b.change) || inTurn(a.turn, b.turn),
    );
    const bump = BUMPS.findLast((each) => (this.bumps.get(each) ?? 0) > 0) ?? "none";
    this.verdict = { bump, changes: sorted.map(({ change }) => change) };
    return this.verdict;
  }
}

function shown(group: Group): { readonly change: Change; readonly turn: Turn } {
  if (group.shown) return group.shown;
  const inOrder = [...group.turns].sort(([, a], [, b]) => inTurn(a, b));
  const [{ change: first }, turn] = inOrder[0] as [Contribution, Turn];
  if (inOrder.length === 1) {
    group.shown = { change: first, turn };
    return group.shown;
  }
  const codes = new Map(first.codes.map((code) => [code.valuePath, code]));
  for (const [{ change }] of inOrder)
    for (const code of change.codes) if (!codes.has(code.valuePath)) codes.set(code.valuePath, code);
  group.shown = { change: codes.size > first.codes.length ? { ...first, codes: [...codes.values()] } : first, turn };
  return group.shown;
}
function inTurn(a: Turn, b: Turn): number {
  return a.by.rank - b.by.rank || a.index - b.index;
}

function startOf({ old, new: now }: Change): number {
  return now?.start ?? old?.start ?? 0;
}
function isUnsorted(changes: readonly Change[]): boolean {
  let before: Change | undefined;
  let last = 0;
  for (const change of changes) {
    const start = startOf(change);
    if (before?.bump === change.bump && (start < last || (start === last && byName(before, change) > 0))) return true;
    before = change;
    last = start;
  }
  return false;
}
function byName(a: Change, b: Change): number {
  return compare(a.id, b.id) || compare(a.entity, b.entity);
}
/** Not as people sort, which depends on where they live: the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What makes changes one entry. Removed things share their parent's place in the new version, and differ in the old one. */
export function keyOf({ id, old, new: now }: Change): string {
  return `${id}\n${beginning(old)}\n${beginning(now)}`;
}
function beginning(place: Place | undefined): string {
  if (!place) return "";
  return place instanceof NodePlace ? place.beginning : `${place.file.path} ${place.start} ${place.pointer}`;
}
