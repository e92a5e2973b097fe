import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "summary": "List items" } }
  }
}
`;
const after = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "summary": "List all items" } }
  }
}
`;

export default defineVersionRule({
  id: "operation-summary-changed",
  change: "operation.summary-changed",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "The display name of an operation changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The display name of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["operation-summary-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "summary": "List items", "description": "All of them." } }
  }
}
`,
      expect: ["operation-description-changed"],
    },
  ],
});
