import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-non-success-status-removed",
  change: "response.error-removed",
  families: ["powerplatform", "definition"],
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "An error status is no longer documented.",
  why: "Somebody may handle that error by its status.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": { "200": { "description": "OK" }, "404": { "description": "OK" } }
      }
    }
  }
}
`,
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": { "200": { "description": "OK" } }
      }
    }
  }
}
`,
      expect: ["response-non-success-status-removed"],
    },
  ],
});
