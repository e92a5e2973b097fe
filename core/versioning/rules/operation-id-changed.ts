import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-id-changed",
  change: "operation.id-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "An operation has another id.",
  why: "Flows name the operation by its id, and no longer find it.",
  todo: "Restore the old id; a better name belongs into the summary.",
  official: { message: "The operation has been deleted. This change breaks existing flows." },
  message: (fact) => `${fact.from} is called ${fact.to} now.`,
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
    "/items": { "get": { "operationId": "GetItems" } }
  }
}
`,
      expect: ["operation-id-changed"],
    },
  ],
});
