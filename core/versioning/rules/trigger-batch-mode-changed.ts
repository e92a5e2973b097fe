import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "x-ms-trigger": "single" } }
  }
}
`;
const after = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "x-ms-trigger": "batch" } }
  }
}
`;

export default defineVersionRule({
  id: "trigger-batch-mode-changed",
  change: "trigger.batch-mode-changed",
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "major",
  since: "0.1.0",
  summary: "A trigger changed between single and batch.",
  why: "Expressions over its body read another shape.",
  breaks: "Expressions over the body of the trigger.",
  todo: "Add a second trigger instead.",
  witness: { step: "triggerBody()?['id']", before: "7", after: "empty: the body is a list now" },
  message: (fact) => `${fact.entity} changed from ${fact.from} to ${fact.to}.`,
  examples: [
    { before, after, expect: ["trigger-batch-mode-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "x-ms-trigger": "single", "x-ms-trigger-hint": "Add an item" } }
  }
}
`,
      expect: ["trigger-hint-changed"],
    },
  ],
});
