import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-method-changed",
  change: "operation.method-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "An operation has another HTTP method.",
  why: "Workflows that store the method, and retries that rely on it, break.",
  todo: "Keep the method, or publish a new operation and a major version.",
  official: { message: "The method has been changed for the operation." },
  message: (fact) => `The method of ${fact.entity} changed from ${fact.from} to ${fact.to}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      after: `{
  "paths": {
    "/items": { "post": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["operation-method-changed"],
    },
  ],
});
