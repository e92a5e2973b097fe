import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-success-status-removed",
  change: "response.success-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A success status was removed.",
  why: "Steps that wait for it take the answer for a failure.",
  todo: "Keep the status, or publish a major version.",
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": { "200": { "description": "OK" }, "201": { "description": "OK" } }
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
      expect: ["response-success-status-removed"],
    },
  ],
});
