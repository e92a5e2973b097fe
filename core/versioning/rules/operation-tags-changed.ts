import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "tags": ["items"] } }
  }
}
`;

export default defineVersionRule({
  id: "operation-tags-changed",
  change: "operation.tags-changed",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "The tags of an operation changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The tags of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["operation-tags-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "tags": [] } }
  }
}
`,
      expect: [],
    },
  ],
});
