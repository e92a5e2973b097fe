import type { Connector } from "../../model/connector.ts";
import { remove, setValue } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { defineRule } from "../rule.ts";
import { isComplete, schemaName } from "../swagger.ts";
import { nearest } from "../text.ts";

/** Whether a schema itself describes all that it requires, as nearly all do. */
function describesAll(schema: Item, required: Item): boolean {
  const properties = schema.get("properties");
  return required.children().every((entry) => !entry.isString || properties.get(entry.string ?? "").exists);
}

/**
 * Names of all properties that a schema has, by itself or through `allOf` and `$ref`; `undefined` where they cannot be known
 * because a reference is broken, a part is still being typed, or the properties are fetched at run time.
 */
function propertyNames(schema: Item, connector: Connector): Set<string> | undefined {
  let top = schema;
  // A part of an allOf may require what another part defines.
  while (top.parent.key === "allOf" && top.parent.isArray) top = top.parent.parent;
  const names = new Set<string>();
  const seen = new Set<number>();
  const queue = [top];
  for (let part = queue.pop(); part; part = queue.pop()) {
    const item = connector.resolve(part);
    if (!item.isObject) return undefined;
    if (seen.has(item.node)) continue;
    seen.add(item.node);
    if (item.get("x-ms-dynamic-schema").exists || item.get("x-ms-dynamic-properties").exists) return undefined;
    const properties = item.get("properties");
    if (!isComplete(item) || (properties.exists && !isComplete(properties))) return undefined;
    for (const property of properties.children()) names.add(property.key);
    queue.push(...item.get("allOf").children());
  }
  return names;
}

export default defineRule({
  id: "required-defined",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every name in a required list is a property of the schema.",
  why: "The designer cannot ask for a field that is described nowhere, so nobody can fill in what the schema demands.",
  todo: "Correct the name (letter case counts), describe the property, or take the name out of the list. Properties that come from `allOf` or `$ref` count.",
  source: "Microsoft Learn, swagger validator errors, section Properties",
  codes: ["RequiredPropertyDefinitionMissing"],
  check: {
    schema: {
      required(schema, { connector, report }) {
        const { item } = schema;
        const required = item.get("required");
        const type = item.get("type").string;
        if (!required.isArray || item.get("$ref").exists || (type !== undefined && type !== "object")) return;
        if (describesAll(item, required)) return;
        const names = propertyNames(item, connector);
        if (!names) return;
        const listed = new Set(required.strings());
        for (const entry of required.children()) {
          const name = entry.string;
          if (name === undefined || names.has(name)) continue;
          const meant = nearest(
            name,
            [...names].filter((one) => !listed.has(one)),
          );
          report({
            at: entry.place,
            message: `${schemaName(schema)} requires "${name}", which is none of its properties.`,
            fix: [
              ...(meant === undefined
                ? []
                : [{ title: `Replace it by "${meant}"`, edits: () => setValue(entry, meant) }]),
              {
                title: `Remove "${name}" from the list`,
                edits: () => remove(required.children().length > 1 ? entry : required),
              },
            ],
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
    "Item": {
      "type": "object",
      "required": ["id", "colour"],
                         ^^^^^^^^ Definition Item requires "colour", which is none of its properties.
      "properties": { "id": { "type": "string" } }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "definitions": {
    "Item": {
      "required": ["itemid"],
                   ^^^^^^^^ Definition Item requires "itemid", which is none of its properties.
      "properties": { "itemId": { "type": "string" } }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Base": { "type": "object", "properties": { "id": { "type": "string" } } },
    "Item": {
      "allOf": [
        { "$ref": "#/definitions/Base" },
        { "required": ["id", "name"], "properties": { "name": { "type": "string" } } }
      ]
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "definitions": {
    "Row": { "type": "object", "required": ["id"], "x-ms-dynamic-schema": { "operationId": "GetSchema" } },
    "Later": { "allOf": [{ "$ref": "#/definitions/NotYetWritten" }], "required": ["id"] },
    "Typing": { "required": ["id"], "properties": 
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Item": {
      "type": "object",
      "required": ["id"],
      "properties": { "id": { "type": "string" } }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "definitions": {
    "Item": {
      "required": ["itemId"],
      "properties": { "itemId": { "type": "string" } }
    }
  }
}
`,
    ],
  },
});
