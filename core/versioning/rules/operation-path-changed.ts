import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-path-changed",
  change: "operation.path-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "An operation has another path.",
  why: "Workflows that store the path call an address that may be gone.",
  todo: "Keep the old path working, or publish a new operation and a major version.",
  official: { message: "The path template has been changed for the operation." },
  message: (fact) => `The path of ${fact.entity} changed from ${fact.from} to ${fact.to}.`,
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
    "/things": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["operation-path-changed"],
    },
  ],
});
