import { Shape } from "../../model/shape.ts";
import type { Item } from "../../syntax/item.ts";
import { defineRule } from "../rule.ts";
import { isComplete, operationName } from "../swagger.ts";

/** Keywords that say something of a value, besides its properties. */
const TELLING = [
  "additionalProperties",
  "enum",
  "items",
  "x-ms-dynamic-schema",
  "x-ms-dynamic-properties",
  "x-ms-dynamic-values",
] as const;

/** What a schema leaves open: everything, or only which properties there are; `undefined` where it says enough. */
function openness(schema: Item): "anything" | "properties" | undefined {
  const shape = new Shape(schema);
  const { item } = shape;
  if (!item.isObject || !isComplete(item) || shape.properties.size) return undefined;
  if (TELLING.some((key) => shape.keyword(key).exists || schema.get(key).exists)) return undefined;
  const [type] = shape.types;
  if (type) return type === "object" ? "properties" : undefined;
  return shape.format || ["anyOf", "oneOf"].some((key) => item.get(key).exists) ? undefined : "anything";
}

export default defineRule({
  id: "response-schema-not-empty",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The schema of a response says what comes.",
  why: "An empty schema, or an object without properties, gives makers nothing to pick in the next steps.",
  todo: "Describe the properties. Where only the call can tell them, use `x-ms-dynamic-schema`; where nothing comes, remove the schema and answer with 204.",
  source: "Microsoft Learn, preparing connector files for certification",
  check: {
    response({ operation, status, item, use, schema }, { report }) {
      // A schema of the default should not be there at all, which is what another rule says.
      if (operation.internal || status === "default" || !schema.isObject) return;
      const open = openness(schema);
      if (!open) return;
      const owner =
        item.node === use.node
          ? `response ${status} of ${operationName(operation)}`
          : `the shared response ${item.key}`;
      report({
        at: schema.keyPlace,
        message:
          open === "anything"
            ? `The schema of ${owner} is empty.`
            : `The schema of ${owner} is an object without properties.`,
      });
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
        "responses": {
          "200": { "description": "OK", "schema": {} },
                                        ^^^^^^^^ The schema of response 200 of ListItems is empty.
          "201": { "description": "OK", "schema": { "$ref": "#/definitions/Item" } },
                                        ^^^^^^^^ The schema of response 201 of ListItems is an object without properties.
          "404": { "$ref": "#/responses/Missing" }
        }
      }
    }
  },
  "definitions": { "Item": { "type": "object", "title": "Item", "properties": {} } },
  "responses": { "Missing": { "description": "Missing", "schema": { "description": "Whatever" } } }
                                                        ^^^^^^^^ The schema of the shared response Missing is empty.
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
        "responses": {
          "200": { "schema": { "type": "array", "items": {} } },
          "201": { "schema": { "x-ms-dynamic-schema": { "operationId": "GetSchema" } } },
          "202": { "schema": { "$ref": "#/definitions/All" } },
          "203": { "schema": { "type": "object", "additionalProperties": { "type": "string" } } },
          "205": { "schema": { "type": "string" } },
          "206": { "schema": { "format": "binary" } },
          "207": { "schema": { "$ref": "#/definitions/Nothing" } },
          "208": { "schema":  },
          "400": { "description": "Bad Request" },
          "default": { "schema": {} }
        }
      },
      "put": { "operationId": "Put", "x-ms-visibility": "internal", "responses": { "200": { "schema": {} } } }
    }
  },
  "definitions": {
    "All": { "type": "object", "allOf": [{ "$ref": "#/definitions/Item" }] },
    "Item": { "properties": { "id": { "type": "string" } } }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "responses": { "200": { "schema": { "type": "object"
`,
    ],
  },
});
