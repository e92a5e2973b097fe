import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "externalDocs": { "url": "https://docs.example" } }
    }
  }
}
`;

export default defineVersionRule({
  id: "external-docs-changed",
  change: [
    "operation.external-docs-changed",
    "request-property.external-docs-changed",
    "response-property.external-docs-changed",
  ],
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "A link to further documentation changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The documentation link of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["external-docs-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "summary": "List items" } }
  }
}
`,
      expect: ["operation-summary-changed"],
    },
  ],
});
