import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "paths": {
    "/things": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "operation-path-changed",
  change: "operation.path-changed",
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "An operation has another path.",
  why: "Workflows that store the path call an address that may be gone.",
  breaks: "Workflows that store the path of a call.",
  todo: "Keep the old path working, or publish a new operation and a major version.",
  witness: { step: "GET /items/7, as a workflow stored it", before: "200", after: "404: items are at /things now" },
  official: { message: "The path template has been changed for the operation.", valuePath: "operation/{operationId}" },
  message: (fact) => `The path of ${fact.entity} changed from ${fact.from} to ${fact.to}.`,
  examples: [
    { before, after, expect: ["operation-path-changed"] },
    {
      before,
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
