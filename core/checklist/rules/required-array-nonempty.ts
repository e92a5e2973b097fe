import { remove } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isComplete, schemaName } from "../swagger.ts";

export default defineRule({
  id: "required-array-nonempty",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "A list of required properties names at least one.",
  why: "An empty list says nothing, and the validator refuses it.",
  todo: "Remove `required`, or name the properties that have to be there.",
  source: "Microsoft Learn, swagger validator errors, section Arrays; JSON Schema",
  codes: ["RequiredPropertyArrayEmpty"],
  check: {
    schema: {
      required(schema, { report }) {
        const required = schema.item.get("required");
        if (!required.isArray || required.children().length || !isComplete(required)) return;
        report({
          at: required.keyPlace,
          message: `${schemaName(schema)} has an empty list of required properties.`,
          fix: { title: "Remove the empty list", edits: () => remove(required) },
        });
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
      "required": [],
      ^^^^^^^^^^ Definition Item has an empty list of required properties.
      "properties": { "id": { "type": "string" } }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Item": { "required": ["id"], "properties": { "required": { "type": "array", "enum": [[]], "default": [] } } },
    "Free": { "required": false }
  }
}
`,
      `{
  "swagger": "2.0",
  "definitions": { "Item": { "required": [
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Item": {
      "type": "object",
      "properties": { "id": { "type": "string" } }
    }
  }
}
`,
    ],
  },
});
