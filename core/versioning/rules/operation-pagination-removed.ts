import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-pagination-removed",
  change: "operation.pagination-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "An operation no longer gives its list page by page.",
  why: "Flows get the first page only, and no error.",
  todo: "Keep the pages, or publish a major version.",
  message: (fact) => `${fact.entity} no longer gives its list page by page.`,
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
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["operation-pagination-removed"],
    },
  ],
});
