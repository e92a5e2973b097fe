import type { Held, Reads } from "../syntax/reads.ts";

type Same<T> = (before: T, after: T) => boolean;

/** How what was found out is remembered: for good, or until something that it was found out of has changed. */
export interface Memos {
  /** `owns` says that the value may own nodes: see `Tree.own`. */
  memo<T>(compute: () => T, same: Same<T>, owns?: boolean): () => T;
  index<T>(compute: () => ReadonlyMap<string, T>, same: Same<T>): (key: string) => T | undefined;
  /** What is read of each of many things. */
  each<T, V>(list: () => readonly T[], read: (thing: T) => V, same: Same<V>): () => readonly V[];
}

/** For one comparison of texts that stay as they are. */
export const lasting: Memos = { memo: once, index, each: (list, read) => once(() => list().map(read)) };

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
function index<T>(compute: () => ReadonlyMap<string, T>): (key: string) => T | undefined {
  const map = once(compute);
  return (key) => map().get(key);
}

/** For a text that is being edited. All is forgotten together when the comparison is not wanted any more. */
export class LiveMemos implements Memos {
  private readonly reads: Reads;
  private readonly held: Held[] = [];

  constructor(reads: Reads) {
    this.reads = reads;
  }
  memo<T>(compute: () => T, same: Same<T>, owns = false): () => T {
    return this.reads.memo(compute, same, { owns, held: this.held });
  }
  index<T>(compute: () => ReadonlyMap<string, T>, same: Same<T>): (key: string) => T | undefined {
    return this.reads.index(compute, same, { held: this.held });
  }
  each<T, V>(list: () => readonly T[], read: (thing: T) => V, same: Same<V>): () => readonly V[] {
    return this.reads.each(list, read, same, this.held);
  }
  drop(): void {
    for (const memory of this.held) memory.forget();
  }
}
