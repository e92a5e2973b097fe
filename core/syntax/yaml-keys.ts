import type { TreeBuilder } from "./tree-builder.ts";
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
  /** What is open and known, to come back to. */
  get mark(): KeyMark {
    return { names: this.count, bases: [...this.bases] };
  }
  /** Goes back to what was open and known, whatever was opened, closed and added since. */
  rewind({ names, bases }: KeyMark): void {
    this.count = names;
    this.bases.splice(0, this.bases.length, ...bases);
    this.sets.length = bases.length;
    bases.forEach((base, i) => {
      const end = bases[i + 1] ?? names;
      this.sets[i] = this.looks && end - base >= SET_FROM ? new Set(this.names.slice(base, end)) : undefined;
    });
  }
}

export interface KeyMark {
  readonly names: number;
  /** Number of names before each open map. */
  readonly bases: readonly number[];
}
