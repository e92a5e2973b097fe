import type { Connector, Operation } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";

/** References as they are written, in JSON and in YAML. */
const REFERENCE = /\$ref["']?\s*:\s*["']?(#\/[^"'\s,}]+)/g;

/**
 * Says which parts of two versions need not be compared, because they are written alike and everything that they refer to is
 * too. Between two versions of a real connector that is nearly all, and comparing text costs next to nothing.
 */
export class Unchanged {
  private readonly before: Connector;
  private readonly after: Connector;
  /** Whether what a reference names is written alike in both, with all that it refers to in turn. */
  private readonly references = new Map<string, boolean>();
  private readonly possible: boolean;
  private readonly inherited: boolean;

  constructor(before: Connector, after: Connector) {
    this.before = before;
    this.after = after;
    // Kinds of an object refer to it, and not it to them: with a discriminator, equal text does not mean equal contract.
    this.possible = !before.main.text.includes("discriminator") && !after.main.text.includes("discriminator");
    this.inherited =
      before.server.basePath === after.server.basePath &&
      ["consumes", "produces", "security"].every((key) => textOf(before.root.get(key)) === textOf(after.root.get(key)));
  }

  /** Whether two values are written alike, with everything that they refer to. */
  same(old: Item, now: Item): boolean {
    if (!this.possible) return false;
    const text = textOf(old);
    return text === textOf(now) && this.referencesIn(text);
  }

  /** Whether an operation is, with what it inherits from its path and from the connector. */
  operation(old: Operation, now: Operation): boolean {
    if (!this.inherited || old.id !== now.id || old.path !== now.path || old.method !== now.method) return false;
    if (!this.same(old.item, now.item)) return false;
    if (!old.pathItem.isObject) return true;
    return ["parameters", "x-ms-notification-content"].every((key) =>
      this.same(old.pathItem.get(key), now.pathItem.get(key)),
    );
  }

  private referencesIn(text: string): boolean {
    for (const [, reference = ""] of text.matchAll(REFERENCE)) if (!this.reference(reference)) return false;
    return true;
  }

  /** Looks at everything that can be reached from a reference; circular ones are looked at once. */
  private reference(start: string): boolean {
    const known = this.references.get(start);
    if (known !== undefined) return known;
    const reached = new Set([start]);
    let clean = true;
    for (const reference of reached) {
      if (this.references.get(reference) === true) continue;
      const old = this.named(this.before, reference);
      if (old === undefined || this.references.get(reference) === false || old !== this.named(this.after, reference)) {
        clean = false;
        break;
      }
      for (const [, next = ""] of old.matchAll(REFERENCE)) reached.add(next);
    }
    if (clean) for (const reference of reached) this.references.set(reference, true);
    else this.references.set(start, false);
    return clean;
  }

  private named(connector: Connector, reference: string): string | undefined {
    const { tree } = connector.main;
    const node = tree?.at(reference.slice(1)) ?? -1;
    return tree && node >= 0 ? tree.source(node) : undefined;
  }
}

function textOf(item: Item): string {
  return item.source;
}
