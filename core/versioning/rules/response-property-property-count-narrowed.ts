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
              "properties": { "size": { "type": "object" } }
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
              "properties": { "size": { "type": "object", "maxProperties": 3 } }
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-property-property-count-narrowed",
  change: "response-property.property-count-narrowed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  since: "0.1.0",
  summary: "The allowed number of properties of an output field changed: less may come.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  todo: "Publish it as a minor version.",
  message: (fact) =>
    `The allowed number of properties of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["response-property-property-count-narrowed"] },
    { before: after, after: before, expect: ["response-property-property-count-widened"] },
  ],
});
