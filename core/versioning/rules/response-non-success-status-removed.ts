import { defineVersionRule } from "../rule.ts";

const before = `{
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
const after = `{
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

export default defineVersionRule({
  id: "response-non-success-status-removed",
  change: "response.error-removed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "An error status is no longer documented.",
  why: "Somebody may handle that error by its status.",
  breaks: "Flows that handle the error by its status.",
  todo: "Publish it as a minor version.",
  witness: {
    step: "a branch for status 404 of GetItem",
    before: "taken when the item is gone",
    after: "never taken: the service answers 200 with nothing in it",
  },
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["response-non-success-status-removed"] },
    { before: after, after: before, expect: ["response-non-success-status-added"] },
  ],
});
