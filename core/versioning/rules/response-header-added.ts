import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": { "description": "OK", "headers": {} }
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
            "headers": { "X-Total": { "type": "integer" } }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-header-added",
  change: "response-header.added",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  since: "0.1.0",
  summary: "A response header was added.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} was added.`,
  examples: [
    { before, after, expect: ["response-header-added"] },
    { before: after, after: before, expect: ["response-header-removed"] },
  ],
});
