import type { Connector, Operation } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";
import type { Node } from "../syntax/tree.ts";
import type { Identities } from "./identities.ts";
import type { Kinds } from "./kinds.ts";
import type { Memos } from "./memos.ts";
import type { Component, References } from "./references.ts";

/**
 * Says which parts of two versions need not be compared, because they are written alike and everything that they refer to is
 * too. Between two versions of a real connector that is nearly all, and comparing text costs next to nothing. What refers to
 * what is read from the old version: as far as it matters, the new one is written alike.
 */
export class Unchanged {
  private readonly before: Connector;
  private readonly after: Connector;
  private readonly references: References;
  private readonly kinds: Kinds;
  private readonly memos: Memos;
  /** Whether what operations take over from the connector is written alike. */
  private readonly inherited: () => boolean;
  /** Whether an entity is written alike, what a path has for its operations, a component with all that it refers to. */
  private readonly texts = new Map<Node, () => boolean>();
  private readonly paths = new Map<string, () => boolean>();
  private readonly clean = new Map<Component, () => boolean>();

  private readonly identities: Identities;

  constructor(
    before: Connector,
    after: Connector,
    references: References,
    kinds: Kinds,
    identities: Identities,
    memos: Memos,
  ) {
    this.before = before;
    this.after = after;
    this.identities = identities;
    this.references = references;
    this.kinds = kinds;
    this.memos = memos;
    this.inherited = memos.memo(
      () =>
        before.server.basePath === after.server.basePath &&
        ["consumes", "produces", "security"].every((key) => this.alike(before.root.get(key), after.root.get(key))),
      equal,
    );
  }

  /** Whether two values are written alike, with everything that they refer to. */
  same(old: Item, now: Item): boolean {
    return this.alike(old, now) && this.reaches(old);
  }

  /** Whether two values are written alike, whatever becomes of what they refer to. */
  private alike(old: Item, now: Item): boolean {
    return old.source === now.source && !this.references.of(old.node).aliased;
  }

  /** Whether an operation is written alike, with what it inherits from its path and from the connector. */
  operation(old: Operation, now: Operation): boolean {
    return (
      this.inherited() &&
      this.identities.same(old, now) &&
      this.pathItem(old.pathItem, now.pathItem) &&
      this.alike(old.item, now.item)
    );
  }
  private pathItem(old: Item, now: Item): boolean {
    if (!old.isObject) return true;
    const key = `${old.node} ${now.node}`;
    let alike = this.paths.get(key);
    if (!alike) {
      alike = this.memos.memo(() => INHERITED.every((name) => this.alike(old.get(name), now.get(name))), equal);
      this.paths.set(key, alike);
    }
    return alike();
  }
  /** Whether everything that an operation refers to is written alike. */
  below(old: Operation): boolean {
    const { item, pathItem } = old;
    return this.reaches(item) && (!pathItem.isObject || INHERITED.every((key) => this.reaches(pathItem.get(key))));
  }

  /** Whether everything that an old value refers to is written alike. */
  reaches({ node }: Item): boolean {
    if (node < 0) return true;
    const { entities, loose, kinds } = this.references.of(node);
    if (loose) return false;
    for (const entity of entities) if (!this.isClean(this.references.component(entity))) return false;
    return !kinds || this.kinds.alike();
  }
  private isClean(component: Component): boolean {
    let clean = this.clean.get(component);
    if (!clean) {
      const { members, below, loose, kinds } = component;
      clean = loose
        ? () => false
        : this.memos.memo(
            () =>
              members.every((member) => this.isAlike(member)) &&
              below.every((next) => this.isClean(next)) &&
              (!kinds || this.kinds.alike()),
            equal,
          );
      this.clean.set(component, clean);
    }
    return clean();
  }
  /** Whether the entity of the same name is written as an old one is. */
  private isAlike(entity: Node): boolean {
    let alike = this.texts.get(entity);
    if (!alike) {
      alike = this.memos.memo(() => {
        const tree = this.before.main.tree;
        const now = this.after.main.tree;
        if (!tree || !now) return false;
        const container = now.get(now.root, tree.key(tree.parent(entity)));
        return now.source(now.get(container, tree.key(entity))) === tree.source(entity);
      }, equal);
      this.texts.set(entity, alike);
    }
    return alike();
  }
}

/** Members of a path item that belong to all of its operations. */
const INHERITED = ["parameters", "x-ms-notification-content"];
const equal = (one: boolean, other: boolean): boolean => one === other;
