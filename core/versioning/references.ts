import { decodeFragment } from "../model/base.ts";
import type { Connector } from "../model/connector.ts";
import { NONE, type Node, type Tree } from "../syntax/tree.ts";

/** What a value refers to. */
export interface Targets {
  /** Definitions and other entities that are named somewhere in it. */
  readonly entities: readonly Node[];
  /** Whether it names something that is not there, or more than an entity: then equal text says nothing. */
  readonly loose: boolean;
  /** Whether it says by an alias of YAML what is written elsewhere. */
  readonly aliased: boolean;
  /** Whether it has kinds, which refer to it, and not it to them. */
  readonly kinds: boolean;
}

/** Entities that refer to each other in a circle; usually just one, which does not. */
export interface Component {
  readonly members: readonly Node[];
  readonly circular: boolean;
  /** Components that the members refer to. */
  readonly below: readonly Component[];
  /** What goes for any of the members. */
  readonly loose: boolean;
  readonly kinds: boolean;
}

/** How deep entities stand: `/definitions/Ticket`, `/paths/~1tickets`. */
const DEPTH = 2;
const NOTHING: Targets = { entities: [], loose: false, aliased: false, kinds: false };

/** What refers to what in a version that does not change. Each entity is looked at once, when it is first asked about. */
export class References {
  private readonly tree: Tree | undefined;
  private readonly targets = new Map<Node, Targets>();
  private readonly components = new Map<Node, Component>();
  /** For Tarjan's algorithm: when an entity was reached, and those whose component is not known yet. */
  private readonly reached = new Map<Node, number>();
  private readonly open: Node[] = [];

  constructor(connector: Connector) {
    this.tree = connector.main.tree;
  }

  /** The definition or other entity that a value belongs to. */
  entityOf(node: Node): Node {
    const path = this.pathTo(node);
    return path[Math.max(0, path.length - 1 - DEPTH)] ?? NONE;
  }
  private pathTo(node: Node): Node[] {
    const path: Node[] = [];
    for (let at = node; at >= 0; at = this.tree?.parent(at) ?? NONE) path.push(at);
    return path;
  }

  /** What is referred to in a value. */
  of(node: Node): Targets {
    let targets = this.targets.get(node);
    if (!targets) {
      targets = this.find(node);
      this.targets.set(node, targets);
    }
    return targets;
  }

  private find(node: Node): Targets {
    const { tree } = this;
    if (!tree || node < 0) return NOTHING;
    const text = tree.source(node);
    const kinds = text.includes("discriminator");
    const stars = tree.language === "yaml" && text.includes("*");
    if (!stars && !text.includes("$ref")) return kinds ? { ...NOTHING, kinds } : NOTHING;
    const { named, aliased } = (stars ? undefined : written(text)) ?? this.walk(tree, node, stars);
    const entities = new Set<Node>();
    let loose = false;
    for (const reference of named) {
      const target = tree.at(decodeFragment(reference.slice(1)));
      if (target < 0 || this.pathTo(target).length <= DEPTH) loose = true;
      if (target >= 0) entities.add(this.entityOf(target));
    }
    return { entities: [...entities], loose, aliased, kinds };
  }

  private walk(tree: Tree, node: Node, stars: boolean): Named {
    const named = new Set<string>();
    let aliased = false;
    const visit = (at: Node): void => {
      // What an alias stands for is copied to where it is written.
      if (stars && tree.slice(tree.start(at), tree.start(at) + 1) === "*") aliased = true;
      for (let child = tree.first(at); child >= 0; child = tree.next(child)) {
        if (tree.keyEnd(child) - tree.keyStart(child) <= '"$ref"'.length && tree.key(child) === "$ref") {
          const value = tree.scalar(child);
          if (typeof value === "string" && value.startsWith("#")) named.add(value);
        }
        visit(child);
      }
    };
    visit(node);
    return { named, aliased };
  }

  /** The circle that an entity belongs to, or itself alone. */
  component(entity: Node): Component {
    if (!this.components.has(entity)) this.connect(entity);
    return this.components.get(entity) as Component;
  }

  private connect(entity: Node): number {
    const number = this.reached.size;
    this.reached.set(entity, number);
    const position = this.open.push(entity) - 1;
    let least = number;
    for (const next of this.of(entity).entities) {
      if (this.components.has(next)) continue;
      least = Math.min(least, this.reached.get(next) ?? this.connect(next));
    }
    if (least === number) this.close(this.open.splice(position));
    return least;
  }
  private close(members: readonly Node[]): void {
    const own = new Set(members);
    const below = new Set<Component>();
    let circular = members.length > 1;
    let [loose, kinds] = [false, false];
    for (const member of members) {
      const targets = this.of(member);
      loose ||= targets.loose || targets.aliased;
      kinds ||= targets.kinds;
      for (const next of targets.entities) {
        const component = this.components.get(next);
        if (own.has(next)) circular = true;
        else if (component) below.add(component);
      }
    }
    const component = { members, circular, below: [...below], loose, kinds };
    for (const member of members) this.components.set(member, component);
  }
}

interface Named {
  readonly named: ReadonlySet<string>;
  readonly aliased: boolean;
}

const REFERENCE = /"\$ref"\s*:\s*"(#[^"\\]*)"/g;

/** References as they are nearly always written; `undefined` where the text has `$ref` in any other way. */
function written(text: string): Named | undefined {
  const named = new Set<string>();
  let left = 0;
  for (let at = text.indexOf("$ref"); at >= 0; at = text.indexOf("$ref", at + 4)) left++;
  for (const [, name = ""] of text.matchAll(REFERENCE)) {
    named.add(name);
    left--;
  }
  return left ? undefined : { named, aliased: false };
}
