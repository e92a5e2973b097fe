import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-status-demoted",
  change: "operation.status-demoted",
  families: ["powerplatform", "definition"],
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "An operation went from production back to preview.",
  why: "People who rely on it must be told.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} went from production back to preview.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-api-annotation": { "status": "Production" } }
    }
  }
}
`,
      after: `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-api-annotation": { "status": "Preview" } }
    }
  }
}
`,
      expect: ["operation-status-demoted"],
    },
  ],
});
