import { insertMember, remove } from "../../syntax/edits.ts";
import { defineRule, type FixDraft } from "../rule.ts";
import { schemaName } from "../swagger.ts";

export default defineRule({
  id: "required-on-object",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Only schemas of type object have a list of required properties.",
  why: "A list, a text or a number has no properties, so the names are ignored and the fields stay optional, against what the author meant.",
  todo: "Move `required` to the object that has these properties (for a list: into its `items`), or remove it.",
  source: "Microsoft Learn, swagger validator errors, section Properties",
  codes: ["RequiredPropertyNotOnObject"],
  check: {
    schema: {
      required(schema, { report }) {
        const { item } = schema;
        const required = item.get("required");
        const type = item.get("type").string;
        if (!required.isArray || type === undefined || type === "object") return;
        const items = item.get("items");
        const properties = items.get("properties");
        const names = required.strings();
        const movable =
          names.length > 0 && !items.get("required").exists && names.every((name) => properties.get(name).exists);
        const fixes: FixDraft[] = [{ title: "Remove the list of required properties", edits: () => remove(required) }];
        if (movable)
          fixes.unshift({
            title: "Move the list of required properties into items",
            edits: () => [...remove(required), ...insertMember(items, "required", names, "type")],
          });
        report({
          at: required.keyPlace,
          message: `${schemaName(schema)} is of type ${type} and cannot have required properties.`,
          fix: fixes,
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Name": {
      "type": "string",
      "required": ["first"]
      ^^^^^^^^^^ Definition Name is of type string and cannot have required properties.
    },
    "Items": {
      "type": "array",
      "required": ["id"],
      ^^^^^^^^^^ Definition Items is of type array and cannot have required properties.
      "items": {
        "type": "object",
        "properties": { "id": { "type": "string" } }
      }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "parameters": [{ "name": "ids", "in": "query", "type": "array", "required": true }] }
    }
  },
  "definitions": {
    "Item": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" } } },
    "Untyped": { "required": ["id"], "properties": { "id": { "type": "string" } } },
    "Form": { "type": "object", "properties": { "required": { "type": "array", "items": { "type": "string" } } } }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Name": {
      "type": "string"
    },
    "Items": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "id"
        ],
        "properties": { "id": { "type": "string" } }
      }
    }
  }
}
`,
    ],
  },
});
