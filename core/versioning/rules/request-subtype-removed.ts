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

export default defineVersionRule({
  id: "request-subtype-removed",
  change: "request-property.subtype-removed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "A kind of object may no longer be sent.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Steps that send this kind.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: { step: 'AddItem(item: { kind: "Disc" })', before: "201", after: "400: there is no kind Disc" },
  message: (fact) => `${fact.entity} may no longer be a ${fact.from}.`,
  examples: [
    { before, after, expect: ["request-subtype-removed"] },
    { before: after, after: before, expect: ["request-subtype-added"] },
  ],
});
