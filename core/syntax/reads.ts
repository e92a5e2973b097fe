/**
 * What is remembered is remembered together with what was read to get it, and is forgotten when that changes. Nobody declares
 * what he reads: reading is noted while it happens, so nothing can be left out of a declaration. Documents that never change
 * note nothing.
 */

/** Who wants to know when something changes that he read. */
export interface Reader {
  /** Tells apart the readers of nodes, so that each node is noted once by each of them. Changes with every run. */
  readonly stamp: number;
  /** What belongs to the reader as a whole, so that its single nodes need not be noted: see `Tree.own`. */
  readonly owner: number;
  /** A source that the reader has to be taken from when it reads anew. */
  note(source: Source, key: number | string | undefined): void;
  changed(): void;
}

/** Something that can be read and knows who did: a node, a member of an object, a remembered value. */
export interface Source {
  add(reader: Reader, key: number | string | undefined): void;
  remove(reader: Reader, key: number | string | undefined): void;
}

export interface MemoOptions {
  /** Whether it may have nodes of its own: see `Tree.own`. */
  readonly owns?: boolean;
  /** Where it is put down, so that it can be forgotten together with others. */
  readonly held?: Held[];
}
/** What is remembered, to be forgotten. */
export interface Held {
  forget(): void;
}

/** How many things are read together: see `Reads.each`. */
const BLOCK = 32;

/** Notes who reads what. One for all that is computed of a connector. */
export class Reads {
  /** Who is reading at the moment; nobody notes anything while there is none. */
  current: Reader | undefined;
  private stamps = 0;
  private owners = 0;
  private readonly doubtful: Memory<unknown>[] = [];

  nextStamp(): number {
    return ++this.stamps;
  }
  /** A number for a reader that has nodes of its own. */
  nextOwner(): number {
    return ++this.owners;
  }

  /** Runs something on behalf of a reader. */
  during<T>(reader: Reader | undefined, run: () => T): T {
    const before = this.current;
    this.current = reader;
    try {
      return run();
    } finally {
      this.current = before;
    }
  }

  /**
   * A value that is computed when it is first asked for, and again after something it was computed of has changed. With `same`,
   * those who read it hear of that only where the new value differs from the old one.
   */
  memo<T>(compute: () => T, same?: (before: T, after: T) => boolean, options: MemoOptions = {}): () => T {
    const memory = new Memory(this, compute, same);
    if (options.owns) memory.owner = this.nextOwner();
    options.held?.push(memory);
    return () => memory.get();
  }

  /** The same for a map. Who asks for a key hears only of changes of that key. */
  index<T>(
    compute: () => ReadonlyMap<string, T>,
    same: (before: T, after: T) => boolean,
    options: MemoOptions = {},
  ): (key: string) => T | undefined {
    const memory = new IndexMemory(this, compute, same);
    options.held?.push(memory);
    return (key) => memory.at(key);
  }

  /**
   * The same for what is read of each of many things. It is remembered in blocks, so that a change of one of a thousand reads a
   * few dozen again and not all of them.
   */
  each<T, V>(
    list: () => readonly T[],
    read: (thing: T) => V,
    same: (before: V, after: V) => boolean,
    held?: Held[],
  ): () => readonly V[] {
    const sameList = (before: readonly V[], after: readonly V[]): boolean =>
      before.length === after.length && before.every((value, i) => same(value, after[i] as V));
    let things: readonly T[] | undefined;
    let blocks: (() => readonly V[])[] = [];
    const inner: Held[] = [];
    const all = (): readonly V[] => {
      const now = list();
      if (now !== things) {
        for (const memory of inner.splice(0)) memory.forget();
        blocks = [];
        for (let from = 0; from < now.length; from += BLOCK) {
          const some = now.slice(from, from + BLOCK);
          blocks.push(this.memo(() => some.map(read), sameList, { held: inner }));
        }
        things = now;
      }
      return blocks.flatMap((block) => block());
    };
    const memory = new Memory(this, all, sameList);
    held?.push(memory, {
      forget() {
        for (const block of inner) block.forget();
      },
    });
    return () => memory.get();
  }

  doubt(memory: Memory<unknown>): void {
    this.doubtful.push(memory);
  }
  /** After changes: values that may have changed are computed again, so that their readers hear of it. */
  settle(): void {
    for (let memory = this.doubtful.pop(); memory; memory = this.doubtful.pop()) memory.verify();
  }
}

/** A reader that keeps the list of what it read. */
export abstract class Noting implements Reader {
  stamp = 0;
  owner = 0;
  private sources: Source[] = [];
  private keys: (number | string | undefined)[] = [];
  protected readonly reads: Reads;

  constructor(reads: Reads) {
    this.reads = reads;
  }
  note(source: Source, key: number | string | undefined): void {
    this.sources.push(source);
    this.keys.push(key);
  }
  /** Runs something and notes what it reads, instead of what was noted before. */
  protected noting<T>(run: () => T): T {
    this.forget();
    this.stamp = this.reads.nextStamp();
    try {
      return this.reads.during(this, run);
    } finally {
      for (let i = 0; i < this.sources.length; i++) this.sources[i]?.add(this, this.keys[i]);
    }
  }
  /** Is told nothing any more. */
  forget(): void {
    for (let i = 0; i < this.sources.length; i++) this.sources[i]?.remove(this, this.keys[i]);
    this.sources = [];
    this.keys = [];
  }
  abstract changed(): void;
}

/**
 * A piece of work of which the result is kept until something that it read has changed. Then it is put on a list, and whoever
 * wants results up to date has it done again.
 */
export class Unit<T> extends Noting {
  private readonly work: () => T;
  private readonly doubtful: Set<Unit<T>>;
  private result: T | undefined;

  /** `doubtful` is the list that the unit puts itself on; a new unit is on it. */
  constructor(reads: Reads, doubtful: Set<Unit<T>>, work: () => T, owner = 0) {
    super(reads);
    this.work = work;
    this.doubtful = doubtful;
    this.owner = owner;
    doubtful.add(this);
  }
  /** Does the work; answers what came of it before. */
  run(): T | undefined {
    const before = this.result;
    this.doubtful.delete(this);
    this.result = this.noting(this.work);
    return before;
  }
  /** What came of the work when it was last done. */
  get value(): T | undefined {
    return this.result;
  }
  changed(): void {
    this.doubtful.add(this);
  }
  /** The work is not wanted any more. */
  drop(): void {
    this.forget();
    this.doubtful.delete(this);
  }
}

class Memory<T> extends Noting implements Source {
  private readonly compute: () => T;
  private readonly same: ((before: T, after: T) => boolean) | undefined;
  private readonly readers = new Set<Reader>();
  private value: T | undefined;
  private state: "empty" | "valid" | "stale" = "empty";
  /** Stamp of the last reader that was noted. */
  private seen = 0;

  constructor(reads: Reads, compute: () => T, same?: (before: T, after: T) => boolean) {
    super(reads);
    this.compute = compute;
    this.same = same;
  }
  get(): T {
    const { current } = this.reads;
    if (current && current.stamp !== this.seen) {
      this.seen = current.stamp;
      current.note(this, undefined);
    }
    if (this.state !== "valid") this.refresh();
    return this.value as T;
  }
  /** Computes the value again; tells the readers where it differs. */
  protected refresh(): void {
    const before = this.value as T;
    const stale = this.state === "stale";
    const after = this.noting(this.compute);
    this.state = "valid";
    // What is the same stays the same object too, so that what was made of it need not be made again.
    if (!stale || !this.same || this.differs(before, after)) this.value = after;
  }
  /** Whether a new value differs from the old one; its readers hear of it. */
  protected differs(before: T, after: T): boolean {
    if (this.same?.(before, after)) return false;
    this.tell(this.readers);
    return true;
  }
  protected tell(readers: ReadonlySet<Reader>): void {
    for (const reader of [...readers]) if (reader !== this.reads.current) reader.changed();
  }
  protected get current(): T {
    if (this.state !== "valid") this.refresh();
    return this.value as T;
  }
  verify(): void {
    if (this.state === "stale" && this.isRead) this.refresh();
  }
  protected get isRead(): boolean {
    return this.readers.size > 0;
  }
  changed(): void {
    if (this.state !== "valid") return;
    this.state = "stale";
    this.forget();
    if (this.same) this.reads.doubt(this as Memory<unknown>);
    else this.tell(this.readers);
  }
  add(reader: Reader, _key: number | string | undefined): void {
    this.readers.add(reader);
  }
  remove(reader: Reader, _key: number | string | undefined): void {
    this.readers.delete(reader);
  }
}

class IndexMemory<T> extends Memory<ReadonlyMap<string, T>> {
  private readonly equal: (before: T, after: T) => boolean;
  private readonly byKey = new Map<string, Set<Reader>>();

  constructor(reads: Reads, compute: () => ReadonlyMap<string, T>, same: (before: T, after: T) => boolean) {
    super(reads, compute, () => true);
    this.equal = same;
  }
  at(key: string): T | undefined {
    this.reads.current?.note(this, key);
    return this.reads.during(undefined, () => this.current).get(key);
  }
  protected override differs(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): boolean {
    for (const [key, readers] of [...this.byKey]) {
      const [old, now] = [before.get(key), after.get(key)];
      if (old === now) continue;
      if (old === undefined || now === undefined || !this.equal(old, now)) this.tell(readers);
    }
    return true;
  }
  protected override get isRead(): boolean {
    return this.byKey.size > 0;
  }
  override add(reader: Reader, key: number | string | undefined): void {
    const name = String(key);
    const readers = this.byKey.get(name);
    if (readers) readers.add(reader);
    else this.byKey.set(name, new Set([reader]));
  }
  override remove(reader: Reader, key: number | string | undefined): void {
    const name = String(key);
    const readers = this.byKey.get(name);
    readers?.delete(reader);
    if (readers?.size === 0) this.byKey.delete(name);
  }
}
