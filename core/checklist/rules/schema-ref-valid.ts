import { judgeReference } from "../references.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "schema-ref-valid",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every reference of a schema leads to a definition of the document.",
  why: "A schema that cannot be found has no fields: nothing can be entered or picked, and the definition is refused.",
  todo: "Correct the name, or add what it names. References to other files are not followed; schemas stand under `definitions`.",
  source: "Microsoft Learn, swagger validator errors, section Response",
  codes: ["SchemaReferenceNotFound", "SchemaReferenceNotValid", "JsonPointerNotValid"],
  check: {
    schema: {
      $ref({ item, parameter }, { connector, report }) {
        if (!parameter) judgeReference(item.get("$ref"), "#/definitions/", connector, report);
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
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Itme" } } }
                                                                         ^^^^^^^^^^^^^^^^^^^^ The reference "#/definitions/Itme" leads nowhere.
      },
      "post": {
        "operationId": "CreateItem",
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/NewItem" } }]
                                                                           ^^^^^^^^^^^^^^^^^^^^^^^ The reference "#/definitions/NewItem" leads nowhere.
      }
    }
  },
  "definitions": {
    "Item": { "type": "object" }
  }
}
`,
      `{
  "swagger": "2.0",
  "definitions": {
    "Item": { "$ref": "item.json" },
                      ^^^^^^^^^^^ The reference "item.json" has to start with "#/definitions/".
    "List": { "items": { "$ref": "#/paths/~1items" } },
                                 ^^^^^^^^^^^^^^^^^ The reference "#/paths/~1items" has to start with "#/definitions/".
    "Other": { "$ref": "#/definitions/~2" }
                       ^^^^^^^^^^^^^^^^^^ The reference "#/definitions/~2" is not a valid JSON pointer.
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
        "parameters": [{ "$ref": "#/parameters/Top" }],
        "responses": { "200": { "$ref": "#/responses/Items" } }
      }
    }
  },
  "parameters": { "Top": { "name": "top", "in": "query", "type": "integer" } },
  "responses": { "Items": { "description": "OK", "schema": { "$ref": "#/definitions/List%20of~1items" } } },
  "definitions": {
    "List of/items": { "properties": { "$ref": { "type": "string" }, "first": { "$ref": "#/definitions/Part/properties/x" } } },
    "Part": { "properties": { "x": { "type": "string" } } }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "responses": { "200": { "schema": { "$ref": "#/definitions/Item" } } } } } },
  "definitions": {
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Item" } } }
      },
      "post": {
        "operationId": "CreateItem",
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/NewItem" } }]
      }
    }
  },
  "definitions": {
    "Item": { "type": "object" },
    "NewItem": {
      "type": "object"
    }
  }
}
`,
      undefined,
    ],
  },
});
