import { Item } from "../syntax/item.ts";
import type { FileRole, SourceFile } from "../syntax/source.ts";
import { NONE } from "../syntax/tree.ts";
import type { Operation, Visibility } from "./connector.ts";

/** What both readers share: files by role, operations by id, `$ref` resolution. */
export abstract class BaseConnector {
  readonly files: readonly SourceFile[];
  readonly main: SourceFile;
  readonly isFolder: boolean;
  readonly root: Item;
  private operationsById: Map<string, Operation> | undefined;
  private operationList: readonly Operation[] | undefined;

  constructor(files: readonly SourceFile[], main: SourceFile, isFolder: boolean) {
    this.files = files;
    this.main = main;
    this.isFolder = isFolder;
    this.root = Item.root(main);
  }

  protected abstract readOperations(): readonly Operation[];

  get operations(): readonly Operation[] {
    this.operationList ??= this.readOperations();
    return this.operationList;
  }
  get operationIds(): readonly string[] {
    return this.operations.map((operation) => operation.id);
  }
  operation(id: string): Operation | undefined {
    this.operationsById ??= new Map(this.operations.map((operation) => [operation.id, operation]));
    return this.operationsById.get(id);
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
function decodeFragment(fragment: string): string {
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
