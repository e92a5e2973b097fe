import { insertMember, remove } from "../../syntax/edits.ts";
import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "dynamic-not-on-body-param",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Dynamic extensions of a body stand in its schema.",
  why: "The designer looks for them in the schema; on the body itself they are refused.",
  todo: "Move the extension from the body into its `schema`, or to the property that it fills.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["DynamicExtensionDefinitionNotAllowedInParameter"],
  check: {
    member: {
      in({ part, text }, { report }) {
        if (part.name !== "parameter" || text !== "body") return;
        const { item } = part;
        const schema = item.get("schema");
        for (const member of item.children()) {
          if (!member.key.startsWith("x-ms-dynamic-")) continue;
          const movable = schema.isObject && !schema.get("$ref").exists && !schema.get(member.key).exists;
          report({
            at: member.keyPlace,
            message: `${member.key} stands on the body ${partLabel(part)} and not in its schema.`,
            ...(movable && {
              fix: {
                title: "Move it into the schema",
                edits: () => [...remove(member), ...insertMember(schema, member.key, member.toData())],
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
  "paths": {
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          {
            "name": "item",
            "in": "body",
            "x-ms-dynamic-schema": { "operationId": "GetSchema" },
            ^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-schema stands on the body parameter item and not in its schema.
            "schema": {
              "type": "object"
            }
          }
        ]
      },
      "put": {
        "operationId": "SetItem",
        "parameters": [
          { "name": "item", "in": "body", "x-ms-dynamic-properties": {}, "schema": { "$ref": "#/definitions/Item" } }
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-properties stands on the body parameter item and not in its schema.
        ]
      }
    }
  },
  "definitions": { "Item": { "type": "object" } }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          { "name": "item", "in": "body", "schema": { "x-ms-dynamic-schema": { "operationId": "GetSchema" } } },
          { "name": "board", "in": "query", "type": "string", "x-ms-dynamic-values": { "operationId": "ListBoards" } }
        ]
      }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          {
            "name": "item",
            "in": "body",
            "schema": {
              "type": "object",
              "x-ms-dynamic-schema": {
                "operationId": "GetSchema"
              }
            }
          }
        ]
      },
      "put": {
        "operationId": "SetItem",
        "parameters": [
          { "name": "item", "in": "body", "x-ms-dynamic-properties": {}, "schema": { "$ref": "#/definitions/Item" } }
        ]
      }
    }
  },
  "definitions": { "Item": { "type": "object" } }
}
`,
    ],
  },
});
