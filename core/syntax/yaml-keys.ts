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

  constructor(text: string, builder: TreeBuilder) {
    this.text = text;
    this.builder = builder;
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
    const { names } = this;
    const name = keyName(this.text, start, end);
    const top = this.sets.length - 1;
    const set = this.sets[top];
    if (set) {
      if (set.has(name)) reportDuplicate(this.builder, name, start, end);
      set.add(name);
      return;
    }
    const base = this.bases[top] as number;
    for (let i = base; i < this.count; i++)
      if (names[i] === name) {
        reportDuplicate(this.builder, name, start, end);
        return;
      }
    names[this.count++] = name;
    if (this.count - base >= SET_FROM) this.sets[top] = new Set(names.slice(base, this.count));
  }
}
