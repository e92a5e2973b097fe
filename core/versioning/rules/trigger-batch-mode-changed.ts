import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "trigger-batch-mode-changed",
  change: "trigger.batch-mode-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A trigger changed between single and batch.",
  why: "Expressions over its body read another shape.",
  todo: "Add a second trigger instead.",
  message: (fact) => `${fact.entity} changed from ${fact.from} to ${fact.to}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "x-ms-trigger": "single" } }
  }
}
`,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "x-ms-trigger": "batch" } }
  }
}
`,
      expect: ["trigger-batch-mode-changed"],
    },
  ],
});
