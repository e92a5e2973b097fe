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
              "properties": { "size": { "type": "string", "maxLength": 80 } }
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
              "properties": { "size": { "type": "string", "maxLength": 40 } }
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-property-length-narrowed",
  change: "response-property.length-narrowed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  since: "0.1.0",
  summary: "The allowed length of an output field changed: less may come.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  todo: "Publish it as a minor version.",
  message: (fact) =>
    `The allowed length of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["response-property-length-narrowed"] },
    { before: after, after: before, expect: ["response-property-length-widened"] },
  ],
});
