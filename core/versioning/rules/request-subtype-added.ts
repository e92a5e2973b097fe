import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          { "name": "item", "in": "body", "schema": { "$ref": "#/definitions/Item" } }
        ]
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
const after = `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          { "name": "item", "in": "body", "schema": { "$ref": "#/definitions/Item" } }
        ]
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

export default defineVersionRule({
  id: "request-subtype-added",
  change: "request-property.subtype-added",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "minor",
  since: "0.1.0",
  summary: "One more kind of object may be sent.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} may be a ${fact.to}.`,
  examples: [
    { before, after, expect: ["request-subtype-added"] },
    { before: after, after: before, expect: ["request-subtype-removed"] },
  ],
});
