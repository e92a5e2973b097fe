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
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-pageable": { "nextLinkName": "@odata.nextLink" } }
    }
  }
}
`;

export default defineVersionRule({
  id: "operation-pagination-changed",
  change: "operation.pagination-changed",
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "patch",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "The pages of an operation are found in another way.",
  why: "The platform follows them; nobody binds to the name of the link.",
  breaks: "Callers that follow the pages themselves.",
  todo: "Publish it as a patch version.",
  witness: {
    step: "body('ListItems')?['nextLink']",
    before: "the address of the next page",
    after: "empty: it is called @odata.nextLink now",
  },
  message: (fact) => `The pages of ${fact.entity} are found in another way.`,
  examples: [
    { before, after, expect: ["operation-pagination-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-pageable": { "nextLinkName": "nextLink" },
        "summary": "List items" }
    }
  }
}
`,
      expect: ["operation-summary-changed"],
    },
  ],
});
