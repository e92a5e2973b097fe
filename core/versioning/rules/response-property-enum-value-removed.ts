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
              "properties": { "size": { "type": "string", "enum": ["S", "M", "L"] } }
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
              "properties": { "size": { "type": "string", "enum": ["S", "M"] } }
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-property-enum-value-removed",
  change: "response-property.enum-value-removed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  since: "0.1.0",
  summary: "The list of values of an output field changed: the list lost one.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} lost the value ${fact.from}.`,
  examples: [
    { before, after, expect: ["response-property-enum-value-removed"] },
    { before: after, after: before, expect: ["response-property-enum-value-added"] },
  ],
});
