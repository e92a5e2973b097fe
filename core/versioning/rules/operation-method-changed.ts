import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "paths": {
    "/items": { "post": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "operation-method-changed",
  change: "operation.method-changed",
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "An operation has another HTTP method.",
  why: "Workflows that store the method, and retries that rely on it, break.",
  breaks: "Workflows that store the method, and those that rely on its being safe to repeat.",
  todo: "Keep the method, or publish a new operation and a major version.",
  witness: { step: "GET /items, as a workflow stored it", before: "200", after: "405: only POST is allowed" },
  official: { message: "The method has been changed for the operation.", valuePath: "operation/{operationId}" },
  message: (fact) => `The method of ${fact.entity} changed from ${fact.from} to ${fact.to}.`,
  examples: [
    { before, after, expect: ["operation-method-changed"] },
    {
      before,
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
