import { remove } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isComplete, schemaName } from "../swagger.ts";

export default defineRule({
  id: "properties-empty",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "A schema lists properties or says nothing about them.",
  why: "An empty list gives makers nothing to pick, and looks as if somebody meant to fill it.",
  todo: "List the properties, or remove the empty object. Where they are known only at run time, fetch them with `x-ms-dynamic-properties`.",
  source: "Microsoft Learn, preparing connector files for certification",
  check: {
    schema: {
      properties(schema, { report }) {
        const list = schema.item.get("properties");
        if (!list.isObject || list.children().length || !isComplete(list)) return;
        report({
          at: list.keyPlace,
          message: `"properties" of ${schemaName(schema).replace(/^./, (letter) => letter.toLowerCase())} is empty.`,
          fix: { title: 'Remove the empty "properties"', edits: () => remove(list) },
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
      "get": { "responses": { "200": { "schema": { "type": "object", "properties": {} } } } }
                                                                     ^^^^^^^^^^^^ "properties" of the schema is empty.
    }
  },
  "definitions": { "Item": { "properties": {}, "type": "object" } }
                             ^^^^^^^^^^^^ "properties" of definition Item is empty.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Item": { "properties": { "properties": { "type": "object" } } },
    "properties": { "type": "object" },
    "Half": { "properties":  },
    "Data": { "example": { "properties": {} } }
  }
}
`,
      `{ "swagger": "2.0", "definitions": { "Item": { "properties": {`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "responses": { "200": { "schema": { "type": "object" } } } }
    }
  },
  "definitions": { "Item": { "type": "object" } }
}
`,
    ],
  },
});
