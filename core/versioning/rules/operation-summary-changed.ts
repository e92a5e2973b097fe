import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-summary-changed",
  change: "operation.summary-changed",
  families: ["powerplatform", "definition"],
  requires: "patch",
  since: "0.1.0",
  summary: "The display name of an operation changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The display name of ${fact.entity} changed.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "summary": "List items" } }
  }
}
`,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "summary": "List all items" } }
  }
}
`,
      expect: ["operation-summary-changed"],
    },
  ],
});
