import { insertMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isComplete, schemaName } from "../swagger.ts";

export default defineRule({
  id: "array-items-typed",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "An array says of what type its items are.",
  why: "Of items without a type nothing can be picked in the next step of a flow.",
  todo: "Describe one item: at least its `type`, and its properties where it is an object.",
  source: "Microsoft Learn, preparing connector files for certification",
  check: {
    schema: {
      items(schema, { report }) {
        const items = schema.item.get("items");
        if (!items.isObject || items.children().length || !isComplete(items)) return;
        report({
          at: items.keyPlace,
          message: `${schemaName(schema)} does not say of what type its items are.`,
          // What is sent in an address or a header is text in the end.
          ...(schema.parameter && {
            fix: { title: 'Set "type" to "string"', edits: () => insertMember(items, "type", "string") },
          }),
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
      "get": { "parameters": [{ "name": "ids", "in": "query", "type": "array", "items": {} }] }
                                                                               ^^^^^^^ Parameter ids does not say of what type its items are.
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "definitions": {
    "Items": { "type": "array", "items": {} }
                                ^^^^^^^ Definition Items does not say of what type its items are.
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Names": { "type": "array", "items": { "type": "string" } },
    "Rows": { "type": "array", "items": { "$ref": "#/definitions/Names" } },
    "Any": { "type": "array" },
    "Half": { "type": "array", "items":  },
    "items": {}
  }
}
`,
      `{ "swagger": "2.0", "definitions": { "Names": { "type": "array", "items": {`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "parameters": [{ "name": "ids", "in": "query", "type": "array", "items": {
        "type": "string"
      } }] }
    }
  }
}
`,
      undefined,
    ],
  },
});
