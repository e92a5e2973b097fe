import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-subtype-removed",
  change: "request-property.subtype-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A kind of object may no longer be sent.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  message: (fact) => `${fact.entity} may no longer be a ${fact.from}.`,
  examples: [
    {
      before: `{
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
`,
      after: `{
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
`,
      expect: ["request-subtype-removed"],
    },
  ],
});
