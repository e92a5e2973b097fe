import { defineRule } from "../rule.ts";

export default defineRule({
  id: "pagination-parameters-exist",
  section: "operations",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "Pagination names parameters that the operation declares.",
  why: "The platform fills these parameters to read the next page; a wrong name reads the first page for ever.",
  todo: "Declare the parameter, or name one that exists.",
  source: "Publishing page, pre-publication checklist: operations defined with parameters and response schema",
  check: {
    operation({ id, pagination, parameters }, { report }) {
      for (const key of ["page_parameter", "size_parameter", "offset_parameter", "cursor_parameter"]) {
        const item = pagination.get(key);
        if (item.string && !parameters.some(({ name }) => name === item.string))
          report({ at: item.place, message: `Operation ${id} has no parameter ${item.string}.` });
      }
    },
  },
  examples: {
    bad: [
      `operations:
  list:
    parameters:
      page: { in: query, type: integer }
    pagination:
      type: page
      page_parameter: pages
                      ^^^^^ has no parameter pages
`,
    ],
    good: [
      `operations:
  list:
    parameters:
      page: { in: query, type: integer }
    pagination: { type: page, page_parameter: page }
`,
    ],
  },
});
