import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { lacks, schemaName } from "../swagger.ts";

export default defineRule({
  id: "array-items",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every array says what its items are.",
  why: "Without `items` nobody can enter or use a single item, and the definition is refused.",
  todo: "Add `items` with the schema of one item.",
  source: "Microsoft Learn, swagger validator errors, section Arrays; Swagger 2.0",
  codes: ["ArrayHasNoItems"],
  check: {
    schema: {
      type(schema, { report }) {
        const { item } = schema;
        if (item.get("type").string !== "array" || !lacks(item, "items")) return;
        report({
          at: schema.parameter && item.get("name").exists ? item.get("name").place : item.keyPlace,
          message: `${schemaName(schema)} is an array, but does not say of what.`,
          fix: {
            title: 'Add "items": { "type": "string" }',
            edits: () => setMember(item, "items", { type: "string" }, "type"),
          },
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "ids", "in": "query", "type": "array" }]
                                 ^^^^^ Parameter ids is an array, but does not say of what.
      }
    }
  },
  "definitions": {
    "Item": {
      "properties": {
        "tags": { "type": "array", "items": { "type": "array" } },
                                   ^^^^^^^ The item schema is an array, but does not say of what.
        "parts": {
        ^^^^^^^ Property parts is an array, but does not say of what.
          "type": "array"
        }
      }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Item": {
      "properties": {
        "tags": { "type": "array", "items": { "type": "string" } },
        "any": { "type": "array", "items": {} },
        "type": { "type": "string", "default": "array" }
      }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "definitions": { "Items": { "type": "array",
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "ids", "in": "query", "type": "array", "items": { "type": "string" } }]
      }
    }
  },
  "definitions": {
    "Item": {
      "properties": {
        "tags": { "type": "array", "items": { "type": "array", "items": { "type": "string" } } },
        "parts": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      }
    }
  }
}
`,
    ],
  },
});
