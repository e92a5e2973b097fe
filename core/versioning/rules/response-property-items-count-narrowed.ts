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
                "size": { "type": "array", "items": { "type": "string" } }
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
                "size": { "type": "array", "maxItems": 5, "items": { "type": "string" } }
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
  id: "response-property-items-count-narrowed",
  change: "response-property.items-count-narrowed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  since: "0.1.0",
  summary: "The allowed number of items of an output field changed: less may come.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  todo: "Publish it as a minor version.",
  message: (fact) =>
    `The allowed number of items of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["response-property-items-count-narrowed"] },
    { before: after, after: before, expect: ["response-property-items-count-widened"] },
  ],
});
