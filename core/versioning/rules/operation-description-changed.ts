import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "description": "Lists items." } }
  }
}
`;
const after = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "description": "Lists all items." } }
  }
}
`;

export default defineVersionRule({
  id: "operation-description-changed",
  change: "operation.description-changed",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "The description of an operation changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The description of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["operation-description-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "description": "Lists items.", "summary": "List" } }
  }
}
`,
      expect: ["operation-summary-changed"],
    },
  ],
});
