import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "required": ["kind", "sort"],
              "properties": { "kind": { "type": "string" }, "sort": { "type": "string" } }
            }
          }
        }
      }
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
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "required": ["kind", "sort"],
              "properties": { "kind": { "type": "string" }, "sort": { "type": "string" } },
              "discriminator": "kind"
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-discriminator-added",
  change: "response-property.discriminator-added",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "A field tells the kinds of an object apart now.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  breaks: "Steps that store every field in a table with fixed columns.",
  todo: "Publish it as a minor version.",
  witness: {
    step: "switch over body('GetItem')?['kind']",
    before: "empty, the default case",
    after: '"Book", which has no case',
  },
  message: (fact) => `${fact.entity} is told apart by ${fact.to} now.`,
  examples: [
    { before, after, expect: ["response-discriminator-added"] },
    { before: after, after: before, expect: ["response-discriminator-removed"] },
  ],
});
