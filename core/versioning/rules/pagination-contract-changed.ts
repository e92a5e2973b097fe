import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "pagination-contract-changed",
  change: "operation.pagination-contract-changed",
  families: ["definition"],
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "The pagination strategy of an operation changed.",
  why: "Inputs and outputs that belong to the pages change with it.",
  todo: "Keep the strategy, or publish a major version.",
  message: (fact) => `The pagination strategy of ${fact.entity} changed.`,
  examples: [
    {
      before: `operations:
  list_items:
    method: GET
    path: /items
    pagination: { type: page, page_parameter: page }
`,
      after: `operations:
  list_items:
    method: GET
    path: /items
    pagination: { type: link_header }
`,
      expect: ["pagination-contract-changed"],
    },
  ],
});
