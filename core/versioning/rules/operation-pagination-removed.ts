import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-pageable": { "nextLinkName": "nextLink" } }
    }
  }
}
`;
const after = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "operation-pagination-removed",
  change: "operation.pagination-removed",
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "major",
  since: "0.1.0",
  summary: "An operation no longer gives its list page by page.",
  why: "Flows get the first page only, and no error.",
  breaks: "Flows over long lists: they lose rows, and nobody is told.",
  todo: "Keep the pages, or publish a major version.",
  witness: { step: "for each item of ListItems", before: "all 1200 items", after: "the first 100 items" },
  message: (fact) => `${fact.entity} no longer gives its list page by page.`,
  examples: [
    { before, after, expect: ["operation-pagination-removed"] },
    { before: after, after: before, expect: ["operation-pagination-added"] },
  ],
});
