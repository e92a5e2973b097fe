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
    },
    "Disc": {
      "allOf": [{ "$ref": "#/definitions/Item" }]
    }
  }
}
`;

export default defineVersionRule({
  id: "response-subtype-added",
  change: "response-property.subtype-added",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "One more kind of object may be received.",
  why: "Steps that tell the kinds apart meet one that they do not know.",
  breaks: "Steps that have a case for each kind.",
  todo: "Publish it as a minor version and mention it in the notes.",
  witness: {
    step: "switch over body('GetItem')?['kind']",
    before: '"Book", which has a case',
    after: '"Disc", which has no case',
  },
  message: (fact) => `${fact.entity} may be a ${fact.to}.`,
  examples: [
    { before, after, expect: ["response-subtype-added"] },
    { before: after, after: before, expect: ["response-subtype-removed"] },
  ],
});
