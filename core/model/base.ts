import { Item } from "../syntax/item.ts";
import type { Reads } from "../syntax/reads.ts";
import type { FileRole, SourceFile } from "../syntax/source.ts";
import { NONE } from "../syntax/tree.ts";
import type { Operation, Visibility } from "./connector.ts";

/** What both readers share: files by role, operations by id, `$ref` resolution. */
export abstract class BaseConnector {
  readonly files: readonly SourceFile[];
  readonly main: SourceFile;
  readonly isFolder: boolean;
  readonly root: Item;
  readonly reads: Reads;
  private readonly list: () => readonly Operation[];
  private readonly byId: (id: string) => Operation | undefined;
  private readonly ids: () => readonly string[];
  private readonly sameId: () => ReadonlyMap<string, readonly Operation[]>;
  private readonly sameFamily: () => ReadonlyMap<string, readonly Operation[]>;
  /** Operations by their nodes, so that an operation stays the same object while others come and go. */
  private known = new Map<string, Operation>();

  constructor(files: readonly SourceFile[], main: SourceFile, isFolder: boolean, reads: Reads) {
    this.files = files;
    this.main = main;
    this.isFolder = isFolder;
    this.reads = reads;
    this.root = Item.root(main);
    this.list = reads.memo(
      () => this.readAll(),
      (before, after) => before.length === after.length && before.every((operation, i) => operation === after[i]),
    );
    this.ids = this.names((operation) => operation.id);
    this.sameId = this.groups(this.ids);
    this.sameFamily = this.groups(this.names((operation) => operation.family || operation.id));
    this.byId = reads.index(
      () => {
        const ids = this.ids();
        return new Map(this.operations.map((operation, i) => [ids[i] as string, operation]));
      },
      (before, after) => before === after,
    );
  }

  /** Nodes of every operation with what makes one of them. */
  protected abstract findOperations(): readonly { readonly key: string; readonly make: () => Operation }[];

  private readAll(): readonly Operation[] {
    const known = new Map<string, Operation>();
    for (const { key, make } of this.findOperations()) known.set(key, this.known.get(key) ?? make());
    this.known = known;
    return [...known.values()];
  }
  get operations(): readonly Operation[] {
    return this.list();
  }
  get operationIds(): readonly string[] {
    return this.ids();
  }
  get repeatedIds(): ReadonlyMap<string, readonly Operation[]> {
    return this.sameId();
  }
  get operationFamilies(): ReadonlyMap<string, readonly Operation[]> {
    return this.sameFamily();
  }
  private names(nameOf: (operation: Operation) => string): () => readonly string[] {
    return this.reads.each(
      () => this.operations,
      nameOf,
      (before, after) => before === after,
    );
  }
  /**
   * Operations that share a name, where several do. Who reads it hears nothing of a name that nobody shares, which is what nearly
   * every name is while it is typed.
   */
  private groups(names: () => readonly string[]): () => ReadonlyMap<string, readonly Operation[]> {
    return this.reads.memo(
      () => {
        const all = new Map<string, Operation[]>();
        const known = names();
        for (const [i, operation] of this.operations.entries()) {
          const name = known[i];
          if (!name) continue;
          const members = all.get(name);
          if (members) members.push(operation);
          else all.set(name, [operation]);
        }
        for (const [name, members] of all) if (members.length < 2) all.delete(name);
        return all;
      },
      (before, after) =>
        before.size === after.size &&
        [...before].every(([name, members]) => {
          const others = after.get(name);
          return others?.length === members.length && members.every((operation, i) => operation === others[i]);
        }),
    );
  }
  operation(id: string): Operation | undefined {
    return this.byId(id);
  }
  file(role: FileRole): SourceFile | undefined {
    return this.files.find((file) => file.role === role);
  }
  resolve(item: Item): Item {
    return resolveIn(item);
  }
}

/** Follows local `$ref`s; a broken, foreign or circular one gives an absent item. */
export function resolveIn(item: Item): Item {
  const seen = new Set<number>();
  let at = item;
  for (;;) {
    const reference = at.get("$ref");
    const target = reference.string;
    if (target === undefined) return at;
    const tree = at.file.tree;
    if (!tree || !target.startsWith("#") || seen.has(at.node)) return new Item(at.file, NONE, at.node);
    seen.add(at.node);
    const node = tree.at(decodeFragment(target.slice(1)));
    if (node < 0) return new Item(at.file, NONE, at.node);
    at = new Item(at.file, node);
  }
}

/** Pointers in a URI fragment may be percent-encoded; a malformed encoding is taken as it stands. */
export function decodeFragment(fragment: string): string {
  if (!fragment.includes("%")) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

export function visibilityOf(item: Item): Visibility {
  const value = item.get("x-ms-visibility").string?.toLowerCase();
  return value === "important" || value === "advanced" || value === "internal" ? value : "none";
}

/** Turns a name into a slug: lower case, words joined by hyphens, at most 50 characters. */
export function slugify(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 50)
    .replace(/-+$/, "");
}
