import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "x-ms-visibility": "important" } }
  }
}
`;

export default defineVersionRule({
  id: "operation-visibility-changed",
  change: "operation.visibility-changed",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "An operation is shown more or less prominently.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The visibility of ${fact.entity} changed from ${fact.from} to ${fact.to}.`,
  examples: [
    { before, after, expect: ["operation-visibility-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "x-ms-visibility": "none" } }
  }
}
`,
      expect: [],
    },
  ],
});
