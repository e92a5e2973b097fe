import type { Connector } from "../../model/connector.ts";
import { remove } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { membersOf } from "../document.ts";
import { defineRule } from "../rule.ts";

/** A schema that every value of another one contains: by a required property, or because it is a part of it. */
interface Edge {
  readonly from: Item;
  readonly to: Item;
  /** The required property; `undefined` for a part of an `allOf`. */
  readonly property: Item | undefined;
}

function edgesOf(from: Item, connector: Connector): Edge[] {
  const required = new Set(from.get("required").strings());
  const properties = from
    .get("properties")
    .children()
    .filter((property) => required.has(property.key));
  return [
    ...properties.map((property) => ({ from, to: connector.resolve(property), property })),
    ...from
      .get("allOf")
      .children()
      .map((part) => ({ from, to: connector.resolve(part), property: undefined })),
  ].filter((edge) => edge.to.isObject);
}

/** The required properties that close a loop, each loop once; without recursion so that depth cannot overflow. */
function loops(connector: Connector): { property: Item; owner: Item; names: string[] }[] {
  const found: { property: Item; owner: Item; names: string[] }[] = [];
  const done = new Set<number>();
  for (const { part, value } of membersOf(connector, "required")) {
    const { item } = part;
    if (!value.isArray || done.has(item.node) || item.get("$ref").exists) continue;
    const path: { item: Item; edge: Edge | undefined; rest: Edge[] }[] = [
      { item, edge: undefined, rest: edgesOf(item, connector) },
    ];
    const open = new Map([[item.node, 0]]);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const edge = top.rest.pop();
      if (!edge) {
        done.add(top.item.node);
        open.delete(top.item.node);
        path.pop();
        continue;
      }
      const start = open.get(edge.to.node);
      if (start !== undefined) {
        const around = [...path.slice(start + 1).flatMap((step) => step.edge ?? []), edge];
        const last = around.findLast((one) => one.property);
        const names = around.flatMap((one) => one.property?.key ?? []);
        // Parts that contain each other without any property are no loop of required ones.
        if (last?.property) found.push({ property: last.property, owner: last.from, names });
        continue;
      }
      if (done.has(edge.to.node)) continue;
      open.set(edge.to.node, path.length);
      path.push({ item: edge.to, edge, rest: edgesOf(edge.to, connector) });
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
    connector(connector, { report }) {
      for (const { property, owner, names } of loops(connector)) {
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
