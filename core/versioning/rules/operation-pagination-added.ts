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
      "get": { "operationId": "ListItems", "x-ms-pageable": { "nextLinkName": "nextLink" } }
    }
  }
}
`;

export default defineVersionRule({
  id: "operation-pagination-added",
  change: "operation.pagination-added",
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "minor",
  since: "0.1.0",
  summary: "An operation gives its list page by page now.",
  why: "The platform follows the pages by itself.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} gives its list page by page now.`,
  examples: [
    { before, after, expect: ["operation-pagination-added"] },
    { before: after, after: before, expect: ["operation-pagination-removed"] },
  ],
});
