import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "default": { "description": "OK", "schema": { "type": "object" } }
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
          "200": { "description": "OK", "schema": { "type": "object" } }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-default-narrowed-to-success",
  change: "response.default-narrowed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  since: "0.1.0",
  summary: "The default response became a success status with the same schema.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  todo: "Publish it as a minor version.",
  message: (fact) => `default became ${fact.entity}.`,
  examples: [
    { before, after, expect: ["response-default-narrowed-to-success"] },
    { before: after, after: before, expect: ["response-success-status-added", "response-success-status-removed"] },
  ],
});
