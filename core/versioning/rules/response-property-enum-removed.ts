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
              "properties": { "size": { "type": "string", "enum": ["S", "M"] } }
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
              "properties": { "size": { "type": "string" } }
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-property-enum-removed",
  change: "response-property.enum-removed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The list of values of an output field changed: the list of values is gone.",
  why: "Steps that read the field may receive values that they were not built for.",
  breaks: "Steps that have a case for each value, and value maps.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  witness: {
    step: "switch over body('GetItem')?['size']",
    before: "S, M or L, each with its case",
    after: '"42", which has no case',
  },
  message: (fact) => `${fact.entity} is no longer limited to listed values.`,
  examples: [
    { before, after, expect: ["response-property-enum-removed"] },
    { before: after, after: before, expect: ["response-property-became-enum"] },
  ],
});
