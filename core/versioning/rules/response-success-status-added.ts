import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-success-status-added",
  change: "response.success-added",
  families: ["powerplatform", "definition"],
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "One more success status was added.",
  why: "Steps that expect the known statuses may meet another one.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} was added.`,
  examples: [
    {
      before: `{
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
      after: `{
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
      expect: ["response-success-status-added"],
    },
  ],
});
