import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "paths": {
    "/items": { "get": { "operationId": "GetItems" } }
  }
}
`;

export default defineVersionRule({
  id: "operation-id-changed",
  change: "operation.id-changed",
  families: ["powerplatform", "definition"],
  direction: "none",
  requires: "major",
  since: "0.1.0",
  summary: "An operation has another id.",
  why: "Flows name the operation by its id, and no longer find it.",
  breaks: "Every flow that uses it.",
  todo: "Restore the old id; a better name belongs into the summary.",
  witness: {
    step: "the step GetItem of a saved flow",
    before: "200",
    after: "there is no operation GetItem, only ReadItem",
  },
  official: {
    message: "The operation has been deleted. This change breaks existing flows.",
    valuePath: "operation/{operationId}",
  },
  message: (fact) => `${fact.from} is called ${fact.to} now.`,
  examples: [
    { before, after, expect: ["operation-id-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "listItems" } }
  }
}
`,
      expect: ["operation-id-case-changed"],
    },
  ],
});
