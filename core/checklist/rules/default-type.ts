import { remove, setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { schemaName } from "../swagger.ts";
import { hasType, isEnvironmentVariable, toType, valueKind } from "../values.ts";

export default defineRule({
  id: "default-type",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "A default value is of the declared type.",
  why: "The designer fills the default in; of another type it is refused when the connector is saved or when the operation runs.",
  todo: 'Write the default in the declared type: `true` and not `"true"` for a boolean, `10` and not `"10"` for an integer.',
  source: "Microsoft Learn, swagger validator errors, section Properties",
  codes: ["DefaultValueMustMatchType"],
  check: {
    schema: {
      default(schema, { report }) {
        const value = schema.item.get("default");
        const type = schema.item.get("type").string;
        if (!value.exists || hasType(value, type) !== false || isEnvironmentVariable(value.string)) return;
        const converted = toType(value, type);
        report({
          at: value.place,
          message: `${schemaName(schema)} is of type ${type}, but its default is ${valueKind(value)}.`,
          fix:
            converted === undefined
              ? { title: "Remove the default", edits: () => remove(value) }
              : { title: `Replace it by ${JSON.stringify(converted)}`, edits: () => setValue(value, converted) },
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
        "parameters": [
          { "name": "archived", "in": "query", "type": "boolean", "default": "true" },
                                                                             ^^^^^^ Parameter archived is of type boolean, but its default is text.
          { "name": "top", "in": "query", "type": "integer", "default": "10" },
                                                                        ^^^^ Parameter top is of type integer, but its default is text.
          { "name": "version", "in": "query", "type": "string", "default": 2 },
                                                                           ^ Parameter version is of type string, but its default is an integer.
          { "name": "page", "in": "query", "type": "integer", "default": "" }
                                                                         ^^ Parameter page is of type integer, but its default is text.
        ]
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
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "archived", "in": "query", "type": "boolean", "default": true },
          { "name": "ratio", "in": "query", "type": "number", "default": 1 },
          { "name": "site", "in": "query", "type": "integer", "default": "@environmentVariables(\\"acme_site\\")" },
          { "name": "ids", "in": "query", "type": "array", "items": { "type": "string" }, "default": ["a"] }
        ]
      }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "definitions": {
    "Settings": {
      "properties": {
        "default": { "type": "boolean" },
        "type": { "type": "string" },
        "limit": { "type": "integer", "default": null }
      }
    },
    "Typing": { "type": "integer", "default":
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "archived", "in": "query", "type": "boolean", "default": true },
          { "name": "top", "in": "query", "type": "integer", "default": 10 },
          { "name": "version", "in": "query", "type": "string", "default": "2" },
          { "name": "page", "in": "query", "type": "integer" }
        ]
      }
    }
  }
}
`,
    ],
  },
});
