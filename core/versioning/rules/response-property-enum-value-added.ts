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
              "properties": { "size": { "type": "string", "enum": ["S", "M", "L"] } }
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-property-enum-value-added",
  change: "response-property.enum-value-added",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The list of values of an output field changed: the list has one more.",
  why: "Steps that read the field may receive values that they were not built for.",
  breaks: "Steps that have a case for each value, and value maps.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  witness: {
    step: "switch over body('GetItem')?['size']",
    before: "S or M, each with its case",
    after: '"L", which has no case',
  },
  message: (fact) => `${fact.entity} has a new value: ${fact.to}.`,
  examples: [
    { before, after, expect: ["response-property-enum-value-added"] },
    { before: after, after: before, expect: ["response-property-enum-value-removed"] },
  ],
});
