/** What a measurement is given, and what it gives back. */
import type { Programs } from "./build.ts";
import type { Peers } from "./peers/index.ts";

export interface Context {
  /** Few samples: to see that everything works, not how fast it is. */
  readonly quick: boolean;
  readonly programs: Programs;
  readonly peers: Peers;
  readonly progress: (text: string) => void;
}

export interface Goal {
  readonly work: string;
  readonly unit: string;
  /** `undefined` where it could not be measured. */
  readonly ours: number | undefined;
  readonly goal: number;
  /** Whether more is better, as with speeds. */
  readonly atLeast?: boolean;
  /** With `ratio` where the two figures are not of the same work, and the ratio was taken on work that is. */
  readonly peer?: { readonly name: string; readonly value: number; readonly ratio?: number } | undefined;
  /** Why the figure is worth nothing, if it is. */
  readonly void?: string | undefined;
  /** Why the goal is not the usual figure. */
  readonly remark?: string | undefined;
}

/** What one measurement found: a table to read, goals to compare with, and the samples' figures as data. */
export interface Section {
  readonly name: string;
  readonly title: string;
  /** How it was measured, in a sentence or two. */
  readonly how: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
  readonly goals: readonly Goal[];
  readonly data: unknown;
}

export interface Measurement {
  readonly name: string;
  readonly run: (context: Context) => Promise<Section>;
}
