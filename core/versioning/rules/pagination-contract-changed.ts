import { defineVersionRule } from "../rule.ts";

const before = `operations:
  list_items:
    method: GET
    path: /items
    pagination: { type: page, page_parameter: page }
`;
const after = `operations:
  list_items:
    method: GET
    path: /items
    pagination: { type: link_header }
`;

export default defineVersionRule({
  id: "pagination-contract-changed",
  change: "operation.pagination-contract-changed",
  families: ["definition"],
  direction: "behaviour",
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "The pagination strategy of an operation changed.",
  why: "Inputs and outputs that belong to the pages change with it.",
  breaks: "Orchestrations that pass the page themselves.",
  todo: "Keep the strategy, or publish a major version.",
  witness: { step: "ListItems(page: 2)", before: "the second page", after: "400: there is no page, only a cursor" },
  message: (fact) => `The pagination strategy of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["pagination-contract-changed"] },
    {
      before,
      after: `operations:
  list_items:
    method: GET
    path: /items
    pagination: { type: page, page_parameter: number }
`,
      expect: ["operation-pagination-changed"],
    },
  ],
});
