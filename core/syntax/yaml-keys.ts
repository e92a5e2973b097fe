import type { TreeBuilder } from "./tree.ts";
import { reportDuplicate } from "./yaml-limits.ts";
import { keyName } from "./yaml-values.ts";

/** From this many keys on, names are looked up in a set; before that comparing them is cheaper than building one. */
const SET_FROM = 8;

/**
 * Names of the maps that are open, innermost last, to find duplicates. Names of an inner map stand above those of the outer
 * one and are gone when it ends, so one list serves them all.
 */
export class OpenKeys {
  private readonly text: string;
  private readonly builder: TreeBuilder;
  private readonly names: string[] = [];
  private count = 0;
  private readonly bases: number[] = [];
  private readonly sets: (Set<string> | undefined)[] = [];

  private readonly looks: boolean;

  /** Without `looks` nothing is collected: who keeps the tree compares the names then. */
  constructor(text: string, builder: TreeBuilder, looks = true) {
    this.text = text;
    this.builder = builder;
    this.looks = looks;
  }
  open(): void {
    this.bases.push(this.count);
    this.sets.push(undefined);
  }
  close(): void {
    this.count = this.bases.pop() as number;
    this.sets.pop();
  }
  add(start: number, end: number): void {
    if (this.looks) this.addName(keyName(this.text, start, end), start, end);
  }
  addName(name: string, start: number, end: number): void {
    if (!this.looks) return;
    const top = this.sets.length - 1;
    const base = this.bases[top] as number;
    const set = this.sets[top];
    let repeated = false;
    if (set) repeated = set.has(name);
    else for (let i = base; i < this.count && !repeated; i++) repeated = this.names[i] === name;
    if (repeated) reportDuplicate(this.builder, name, start, end);
    this.names[this.count++] = name;
    if (set) set.add(name);
    else if (this.count - base >= SET_FROM) this.sets[top] = new Set(this.names.slice(base, this.count));
  }
  /** How many names there are, to come back to. */
  get mark(): number {
    return this.count;
  }
  /** Forgets what was added since a mark, to the innermost map that is still open. */
  rewind(mark: number): void {
    if (!this.looks) return;
    this.count = mark;
    const top = this.sets.length - 1;
    const base = this.bases[top] as number;
    if (top >= 0) this.sets[top] = mark - base >= SET_FROM ? new Set(this.names.slice(base, mark)) : undefined;
  }
}
