import { defineRule } from "../rule.ts";
import { isVisible, parameterName } from "../swagger.ts";
import { saysSame } from "../wording.ts";

export default defineRule({
  id: "param-desc-differs",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The description of a parameter says more than its x-ms-summary.",
  why: "Both are shown at the input, the one as label and the other as help; help that repeats the label is none.",
  todo: "Say what to enter: of which form, in which unit, where to find it.",
  source: "Microsoft Learn, connector string guidance; coding standards",
  check: {
    parameter(parameter, { report }) {
      const { summary, description } = parameter;
      if (saysSame(summary.string ?? "", description.string ?? "") && isVisible(parameter))
        report({
          at: description.place,
          message: `${parameterName(parameter)} has a description that only repeats its x-ms-summary.`,
        });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "id", "in": "query", "x-ms-summary": "Item ID", "description": "Item id." }]
                                                                                                ^^^^^^^^^^ Parameter id of ListItems has a description that only repeats its x-ms-summary.
      }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "a", "in": "query", "x-ms-summary": "Item ID", "description": "ID of the item." },
          { "name": "b", "in": "query", "x-ms-summary": "B", "description": "B", "x-ms-visibility": "internal" },
          { "name": "c", "in": "body", "x-ms-summary": "C", "description": "C" },
          { "name": "d", "in": "query", "x-ms-summary": "", "description": "" },
          { "name": "e", "in": "query", "x-ms-summary": "E", "description":  }
        ]
      }
    }
  }
}
`,
    ],
  },
});
