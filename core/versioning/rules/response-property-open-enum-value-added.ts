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
              "properties": {
                "size": {
                  "type": "string",
                  "enum": ["S", "M"],
                  "x-ms-enum": { "modelAsString": true }
                }
              }
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
              "properties": {
                "size": {
                  "type": "string",
                  "enum": ["S", "M", "L"],
                  "x-ms-enum": { "modelAsString": true }
                }
              }
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-property-open-enum-value-added",
  change: "response-property.open-enum-value-added",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  since: "0.1.0",
  summary:
    "The list of values of an output field changed: the list has one more, and consumers were told to expect that.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} has a new value: ${fact.to}.`,
  examples: [
    { before, after, expect: ["response-property-open-enum-value-added"] },
    { before: after, after: before, expect: ["response-property-enum-value-removed"] },
  ],
});
