import type { Connector } from "../../model/connector.ts";
import { remove } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { defineRule } from "../rule.ts";

/** A schema that every value of another one contains: by a required property, or because it is a part of it. */
interface Edge {
  readonly from: Item;
  readonly to: Item;
  /** The required property; `undefined` for a part of an `allOf`. */
  readonly property: Item | undefined;
}

/** The schemas that a schema contains; those that contain nothing themselves lead nowhere and are left out. */
function edgesOf(from: Item, connector: Connector): Edge[] {
  const edges: Edge[] = [];
  const add = (use: Item, property: Item | undefined): void => {
    if (!use.isObject) return;
    const to = connector.resolve(use);
    if (to.get("required").isArray || to.get("allOf").exists) edges.push({ from, to, property });
  };
  const properties = from.get("properties");
  for (const entry of new Set(from.get("required").strings())) add(properties.get(entry), properties.get(entry));
  for (const part of from.get("allOf").children()) add(part, undefined);
  return edges;
}

/** Whether a schema stands behind another one, or around it: the order in which loops are told. */
function isBehind(item: Item, other: Item): boolean {
  const tree = item.file.tree;
  return tree !== undefined && tree.end(item.node) > tree.end(other.node);
}

/**
 * The ways from a schema back to itself, each with the required property that closes it; without recursion so that depth cannot
 * overflow. A loop belongs to the schema in it that stands behind all others, so that it is told once.
 */
function loops(item: Item, connector: Connector): { property: Item; owner: Item; names: string[] }[] {
  const found: { property: Item; owner: Item; names: string[] }[] = [];
  const seen = new Set([item.node]);
  const path: { edge: Edge | undefined; rest: Edge[] }[] = [{ edge: undefined, rest: edgesOf(item, connector) }];
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const edge = top.rest.pop();
    if (!edge) path.pop();
    else if (edge.to.node === item.node) {
      const around = [...path.flatMap((step) => step.edge ?? []), edge];
      const last = around.findLast((one) => one.property);
      const names = around.flatMap((one) => one.property?.key ?? []);
      // Parts that contain each other without any property are no loop of required ones.
      if (last?.property) found.push({ property: last.property, owner: last.from, names });
    } else if (!seen.has(edge.to.node) && isBehind(item, edge.to)) {
      seen.add(edge.to.node);
      path.push({ edge, rest: edgesOf(edge.to, connector) });
    }
  }
  return found;
}

export default defineRule({
  id: "schema-required-loop",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "No schema requires, directly or through others, a value of its own kind.",
  why: "Such a value could never end: each one needs another one inside. Nobody can fill it in, and the definition is refused.",
  todo: "Make one of the properties optional. A list of the same kind, or an optional property, may well lead back.",
  source: "Microsoft Learn, swagger validator errors, section Properties",
  codes: ["RequiredLoopInSchemaNotAllowed"],
  check: {
    member: {
      required({ part, value }, { connector, report }) {
        if (!value.isArray || part.item.get("$ref").exists) return;
        for (const { property, owner, names } of loops(part.item, connector)) {
          const list = owner.get("required");
          const entry = list.children().find((one) => one.string === property.key);
          report({
            at: property.keyPlace,
            message: `The required property ${property.key} leads back to its own schema (${names.join(" → ")}).`,
            ...(entry && {
              fix: {
                title: `Make "${property.key}" optional`,
                edits: () => remove(list.children().length > 1 ? entry : list),
              },
            }),
          });
        }
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Node": {
      "type": "object",
      "required": ["id", "parent"],
      "properties": {
        "id": { "type": "string" },
        "parent": { "$ref": "#/definitions/Node" }
        ^^^^^^^^ The required property parent leads back to its own schema (parent).
      }
    },
    "Order": {
      "type": "object",
      "required": ["customer"],
      "properties": { "customer": { "$ref": "#/definitions/Customer" } }
                      ^^^^^^^^^^ The required property customer leads back to its own schema (first → customer).
    },
    "Customer": {
      "allOf": [{ "$ref": "#/definitions/Person" }]
    },
    "Person": {
      "type": "object",
      "required": ["first"],
      "properties": { "first": { "$ref": "#/definitions/Order" } }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Node": {
      "type": "object",
      "required": ["id", "children"],
      "properties": {
        "id": { "type": "string" },
        "parent": { "$ref": "#/definitions/Node" },
        "children": { "type": "array", "items": { "$ref": "#/definitions/Node" } }
      }
    },
    "A": { "allOf": [{ "$ref": "#/definitions/B" }] },
    "B": { "allOf": [{ "$ref": "#/definitions/A" }] },
    "Alias": { "$ref": "#/definitions/Alias" },
    "Twice": {
      "required": ["a", "b"],
      "properties": { "a": { "$ref": "#/definitions/Leaf" }, "b": { "$ref": "#/definitions/Leaf" } }
    },
    "Leaf": { "required": ["id"], "properties": { "id": { "type": "string" } } }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Node": {
      "type": "object",
      "required": ["id"],
      "properties": {
        "id": { "type": "string" },
        "parent": { "$ref": "#/definitions/Node" }
      }
    },
    "Order": {
      "type": "object",
      "properties": { "customer": { "$ref": "#/definitions/Customer" } }
    },
    "Customer": {
      "allOf": [{ "$ref": "#/definitions/Person" }]
    },
    "Person": {
      "type": "object",
      "required": ["first"],
      "properties": { "first": { "$ref": "#/definitions/Order" } }
    }
  }
}
`,
    ],
  },
});
