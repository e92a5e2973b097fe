import { Kind, type Tree } from "../../core/syntax/tree.ts";

/** The data of a tree, as JSON.parse would give it. */
export function toData(tree: Tree, node = tree.root): unknown {
  switch (tree.kind(node)) {
    case Kind.object: {
      const object = Object.create(null) as Record<string, unknown>;
      for (let child = tree.first(node); child >= 0; child = tree.next(child))
        object[tree.key(child)] = toData(tree, child);
      // A plain object with own properties only: `__proto__` is a key like any other.
      return Object.defineProperties({}, Object.getOwnPropertyDescriptors(object));
    }
    case Kind.array: {
      const items: unknown[] = [];
      for (let child = tree.first(node); child >= 0; child = tree.next(child)) items.push(toData(tree, child));
      return items;
    }
    case Kind.missing:
      return null;
    default:
      return tree.scalar(node);
  }
}
