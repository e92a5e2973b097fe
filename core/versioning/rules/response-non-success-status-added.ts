import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": { "200": { "description": "OK" } }
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
        "responses": { "200": { "description": "OK" }, "404": { "description": "OK" } }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-non-success-status-added",
  change: "response.error-added",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "An error status was documented.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} was added.`,
  examples: [
    { before, after, expect: ["response-non-success-status-added"] },
    { before: after, after: before, expect: ["response-non-success-status-removed"] },
  ],
});
