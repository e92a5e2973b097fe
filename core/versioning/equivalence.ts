/**
 * Two ways to write the same connector. An equivalence judges nothing: it is a promise that a comparison reports nothing, with
 * examples that hold it to that. Its id is the one that other tools and tables know it by.
 */
export interface Equivalence {
  readonly id: string;
  /** One sentence: what may be written otherwise. */
  readonly summary: string;
  /** Why nobody who uses the connector can tell. */
  readonly why: string;
  /** Pairs that say the same; in either direction nothing is reported. */
  readonly examples: readonly { readonly before: string; readonly after: string }[];
}

/** Declares an equivalence; the identity function, so that the file is checked against the shape where it is written. */
export function defineEquivalence(equivalence: Equivalence): Equivalence {
  return equivalence;
}
