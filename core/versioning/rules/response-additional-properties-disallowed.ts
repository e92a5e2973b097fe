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
              "properties": { "size": { "type": "string" } }
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
              "properties": { "size": { "type": "string" } },
              "additionalProperties": false
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-additional-properties-disallowed",
  change: "response-property.additional-properties-disallowed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  since: "0.1.0",
  summary: "A response has no unknown fields any more.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} has no unknown fields any more.`,
  examples: [
    { before, after, expect: ["response-additional-properties-disallowed"] },
    { before: after, after: before, expect: ["response-additional-properties-allowed"] },
  ],
});
