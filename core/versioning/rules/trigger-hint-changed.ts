import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-trigger": "single", "x-ms-trigger-hint": "A" }
    }
  }
}
`;
const after = `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-trigger": "single", "x-ms-trigger-hint": "B" }
    }
  }
}
`;

export default defineVersionRule({
  id: "trigger-hint-changed",
  change: "trigger.hint-changed",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "The hint of a trigger changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The hint of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["trigger-hint-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-trigger": "batch", "x-ms-trigger-hint": "A" }
    }
  }
}
`,
      expect: ["trigger-batch-mode-changed"],
    },
  ],
});
