import type { Place, SourceFile } from "./source.ts";
import { Kind, NONE, type Node, type Scalar, type Tree } from "./tree.ts";

/**
 * A value of a document together with its file: what rules and readers hold in their hands. An item may be absent; it then
 * answers `undefined` to every question, and still knows the nearest place where it would have stood.
 */
export class Item {
  readonly file: SourceFile;
  readonly node: Node;
  /** For an absent item: the object in which it is missing. */
  private readonly owner: Node;

  constructor(file: SourceFile, node: Node, owner: Node = NONE) {
    this.file = file;
    this.node = node;
    this.owner = owner;
  }

  /** The root value of a file; absent where the file is neither JSON nor YAML. */
  static root(file: SourceFile): Item {
    return new Item(file, file.tree ? file.tree.root : NONE);
  }

  /** Whether the text has the value at all; a half-typed `"name":` counts as given. */
  get exists(): boolean {
    return this.node >= 0;
  }
  get kind(): Kind {
    return this.file.tree?.kind(this.node) ?? Kind.missing;
  }
  get isObject(): boolean {
    return this.kind === Kind.object;
  }
  get isArray(): boolean {
    return this.kind === Kind.array;
  }
  get isString(): boolean {
    return this.kind === Kind.string;
  }
  get string(): string | undefined {
    return this.kind === Kind.string ? (this.scalar as string) : undefined;
  }
  get number(): number | undefined {
    const value = this.kind === Kind.number ? this.scalar : undefined;
    return typeof value === "number" ? value : undefined;
  }
  get boolean(): boolean | undefined {
    return this.kind === Kind.boolean ? (this.scalar as boolean) : undefined;
  }
  get scalar(): Scalar | undefined {
    return this.file.tree?.scalar(this.node);
  }
  /** A scalar as it is written, without quotes: `1.0` stays `1.0` where the number would be 1. */
  get written(): string {
    if (this.isString) return this.string ?? "";
    const tree = this.file.tree;
    return tree && (this.kind === Kind.number || this.kind === Kind.boolean) ? tree.source(this.node) : "";
  }
  /** The value as it stands in the text, quotes and brackets included; empty where it is absent. */
  get source(): string {
    return this.file.tree?.source(this.node) ?? "";
  }
  /** Key under which the value stands; empty for array items and the root. */
  get key(): string {
    return this.file.tree?.key(this.node) ?? "";
  }
  get parent(): Item {
    const tree = this.file.tree;
    return new Item(this.file, this.node >= 0 ? (tree?.parent(this.node) ?? NONE) : this.owner);
  }
  get pointer(): string {
    const at = this.node >= 0 ? this.node : this.owner;
    return at >= 0 ? (this.file.tree?.pointer(at) ?? "") : "";
  }
  get(key: string): Item {
    const node = this.file.tree?.get(this.node, key) ?? NONE;
    return new Item(this.file, node, this.node >= 0 ? this.node : this.owner);
  }
  /** Follows keys; absent as soon as one of them is. */
  path(...keys: string[]): Item {
    let item: Item = this;
    for (const key of keys) item = item.get(key);
    return item;
  }
  /** Children in document order: members of an object, items of an array. */
  children(): Item[] {
    const tree = this.file.tree;
    const children: Item[] = [];
    if (tree)
      for (let child = tree.first(this.node); child >= 0; child = tree.next(child))
        children.push(new Item(this.file, child));
    return children;
  }
  /** The strings of an array of strings. */
  strings(): string[] {
    return this.isArray ? this.children().flatMap((child) => child.string ?? []) : [];
  }
  /** The value's own range. For an object or array it is its key or opening line: nobody wants a squiggle over a page. */
  get place(): Place {
    const { kind } = this;
    if (kind === Kind.object || kind === Kind.array) return this.keyPlace;
    const tree = this.file.tree;
    if (!tree || this.node < 0) return this.parentPlace();
    if (kind === Kind.missing && tree.hasKey(this.node)) return this.keyPlace;
    return new NodePlace(this.file, tree, this.node, VALUE);
  }
  /** The range of the key; for an item without one the first line of its value. */
  get keyPlace(): Place {
    const tree = this.file.tree;
    if (!tree || this.node < 0) return this.parentPlace();
    if (tree.hasKey(this.node)) return new NodePlace(this.file, tree, this.node, KEY);
    return new NodePlace(this.file, tree, this.node, LINE);
  }
  /** Key and value together, from the first character to the last. */
  get whole(): Place {
    const tree = this.file.tree;
    if (!tree || this.node < 0) return this.parentPlace();
    return new NodePlace(this.file, tree, this.node, tree.hasKey(this.node) ? MEMBER : VALUE);
  }
  /** The value as plain data, for comparing and printing; depth is bounded by the document itself. */
  toData(): unknown {
    switch (this.kind) {
      case Kind.object: {
        const entries = this.children().map((child) => [child.key, child.toData()] as const);
        return Object.fromEntries(entries);
      }
      case Kind.array:
        return this.children().map((child) => child.toData());
      default:
        return this.scalar;
    }
  }
  private parentPlace(): Place {
    if (this.owner >= 0) return new Item(this.file, this.owner).keyPlace;
    const { file } = this;
    return {
      file,
      start: 0,
      get end() {
        return Math.min(1, file.tree?.length ?? file.text.length);
      },
      pointer: "",
    };
  }
}

const VALUE = 0;
const KEY = 1;
const LINE = 2;
const MEMBER = 3;

/**
 * The place of a node. It holds on to the node and not to offsets, which move with every key that is pressed before it; they
 * are looked up when somebody asks.
 */
export class NodePlace implements Place {
  readonly file: SourceFile;
  readonly node: Node;
  private readonly tree: Tree;
  private readonly part: number;
  private readonly from: number;
  private readonly to: number;

  /** `from` and `to` count from the start of the part; without `to` the place reaches to the end of it. */
  constructor(file: SourceFile, tree: Tree, node: Node, part: number, from = 0, to = -1) {
    this.file = file;
    this.tree = tree;
    this.node = node;
    this.part = part;
    this.from = from;
    this.to = to;
  }
  private get base(): number {
    return this.part === KEY || this.part === MEMBER ? this.tree.keyStart(this.node) : this.tree.start(this.node);
  }
  get start(): number {
    return this.base + this.from;
  }
  get end(): number {
    if (this.to >= 0) return this.base + this.to;
    const { tree, node } = this;
    if (this.part === KEY) return tree.keyEnd(node);
    if (this.part !== LINE) return tree.end(node);
    const start = tree.start(node);
    const end = tree.end(node);
    const kind = tree.kind(node);
    if (tree.language === "json" && (kind === Kind.object || kind === Kind.array)) return Math.min(start + 1, end);
    const line = tree.slice(start, Math.min(end, start + 400)).search(/[\r\n]/);
    return line < 0 ? end : start + line;
  }
  get pointer(): string {
    return this.tree.pointer(this.node);
  }
  /** What tells it from other places, whatever moves. */
  get identity(): string {
    return `${this.file.path} ${this.node} ${this.part} ${this.from} ${this.to}`;
  }
  /** What tells where it begins from other beginnings, whatever moves. */
  get beginning(): string {
    const onKey = this.part === KEY || this.part === MEMBER;
    return `${this.file.path} ${this.node}${onKey ? " key" : ""}${this.from ? ` ${this.from}` : ""}`;
  }
  /** Whether it is the same part of the same node. */
  equals(other: NodePlace): boolean {
    return (
      this.node === other.node &&
      this.part === other.part &&
      this.from === other.from &&
      this.to === other.to &&
      this.file === other.file
    );
  }
  /** A part of it, from one character to another. */
  within(from: number, to: number): Place {
    return new NodePlace(this.file, this.tree, this.node, this.part, this.from + from, this.from + to);
  }
}

/** The text of a place. */
export function textAt({ file, start, end }: Place): string {
  return file.tree ? file.tree.slice(start, end) : file.text.slice(start, end);
}

/** A part of a place, from one of its characters to another. */
export function within(place: Place, from: number, to: number): Place {
  if (place instanceof NodePlace) return place.within(from, to);
  return { ...place, start: place.start + from, end: place.start + to };
}

/** Whether two places are the same stretch, and will be whatever is written around them. */
export function samePlace(one: Place | undefined, other: Place | undefined): boolean {
  if (one === other) return true;
  if (!one || !other) return false;
  if (one instanceof NodePlace) return other instanceof NodePlace && one.equals(other);
  return !(other instanceof NodePlace) && one.file === other.file && one.start === other.start && one.end === other.end;
}
