import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": { "description": "OK", "schema": { "$ref": "#/definitions/Item" } }
        }
      }
    }
  },
  "definitions": {
    "Item": {
      "type": "object",
      "discriminator": "kind",
      "required": ["kind"],
      "properties": { "kind": { "type": "string" } }
    },
    "Book": {
      "allOf": [{ "$ref": "#/definitions/Item" }]
    },
    "Disc": {
      "allOf": [{ "$ref": "#/definitions/Item" }]
    }
  }
}
`;
const after = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": { "description": "OK", "schema": { "$ref": "#/definitions/Item" } }
        }
      }
    }
  },
  "definitions": {
    "Item": {
      "type": "object",
      "discriminator": "kind",
      "required": ["kind"],
      "properties": { "kind": { "type": "string" } }
    },
    "Book": {
      "allOf": [{ "$ref": "#/definitions/Item" }]
    }
  }
}
`;

export default defineVersionRule({
  id: "response-subtype-removed",
  change: "response-property.subtype-removed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  since: "0.1.0",
  summary: "A kind of object is no longer received.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} is no longer a ${fact.from}.`,
  examples: [
    { before, after, expect: ["response-subtype-removed"] },
    { before: after, after: before, expect: ["response-subtype-added"] },
  ],
});
