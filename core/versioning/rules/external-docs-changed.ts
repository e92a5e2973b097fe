import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "external-docs-changed",
  change: "operation.external-docs-changed",
  families: ["powerplatform", "definition"],
  requires: "patch",
  since: "0.1.0",
  summary: "A link to further documentation changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The documentation link of ${fact.entity} changed.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      after: `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "externalDocs": { "url": "https://docs.example" } }
    }
  }
}
`,
      expect: ["external-docs-changed"],
    },
  ],
});
