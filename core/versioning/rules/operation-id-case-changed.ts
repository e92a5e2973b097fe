import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "paths": {
    "/items": { "get": { "operationId": "listItems" } }
  }
}
`;

export default defineVersionRule({
  id: "operation-id-case-changed",
  change: "operation.id-case-changed",
  families: ["powerplatform", "definition"],
  direction: "none",
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "The id of an operation changed in letter case.",
  why: "Ids are compared letter by letter; flows no longer find the operation.",
  breaks: "Every flow that uses it.",
  todo: "Restore the old spelling.",
  witness: {
    step: "the step GetItem of a saved flow",
    before: "200",
    after: "there is no operation GetItem, only getItem",
  },
  official: {
    message: "The operation has been deleted. This change breaks existing flows.",
    valuePath: "operation/{operationId}",
  },
  message: (fact) => `${fact.from} is spelt ${fact.to} now.`,
  examples: [
    { before, after, expect: ["operation-id-case-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "ReadItems" } }
  }
}
`,
      expect: ["operation-id-changed"],
    },
  ],
});
