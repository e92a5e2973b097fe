import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-hidden",
  change: "operation.hidden",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "An operation was hidden.",
  why: "The designer can no longer show the steps that call it.",
  todo: "Mark it as deprecated instead, or use the visibility advanced.",
  official: { message: "The operation has been hidden. This change breaks the designer for existing flows." },
  message: (fact) => `${fact.entity} was hidden.`,
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
    "/items": { "get": { "operationId": "ListItems", "x-ms-visibility": "internal" } }
  }
}
`,
      expect: ["operation-hidden"],
    },
  ],
});
