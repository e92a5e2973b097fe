import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-pagination-changed",
  change: "operation.pagination-changed",
  families: ["powerplatform", "definition"],
  requires: "patch",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "The pages of an operation are found in another way.",
  why: "The platform follows them; nobody binds to the name of the link.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The pages of ${fact.entity} are found in another way.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-pageable": { "nextLinkName": "nextLink" } }
    }
  }
}
`,
      after: `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-pageable": { "nextLinkName": "@odata.nextLink" } }
    }
  }
}
`,
      expect: ["operation-pagination-changed"],
    },
  ],
});
