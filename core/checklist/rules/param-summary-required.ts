import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isVisible, lacksText, parameterName, parameterPlace } from "../swagger.ts";
import { titleFromName } from "../text.ts";

export default defineRule({
  id: "param-summary-required",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every visible parameter of a visible operation has an x-ms-summary.",
  why: "The designer shows it as the label of the input; without one makers see the wire name.",
  todo: "Add `x-ms-summary` in title case. Internal parameters, parameters of internal operations and the body are exempt.",
  source: "Certification validator: The 'x-ms-summary' property is required",
  when: "submission",
  check: {
    parameter(parameter, { report }) {
      const { item, name } = parameter;
      if (!isVisible(parameter) || !lacksText(item, "x-ms-summary")) return;
      const label = titleFromName(name);
      report({
        at: parameterPlace(item, "x-ms-summary"),
        message: `${parameterName(parameter)} has no x-ms-summary.`,
        fix: {
          title: `Add "x-ms-summary": "${label}"`,
          edits: () => setMember(item, "x-ms-summary", label, "name"),
        },
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
        "parameters": [
          {
            "name": "customerId",
                    ^^^^^^^^^^^^ customerId of ListItems has no x-ms-summary
            "in": "query"
          }
        ]
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
          { "name": "a", "in": "query", "x-ms-summary": "A" },
          { "name": "b", "in": "query", "x-ms-visibility": "internal" },
          { "name": "c", "in": "body" }
        ]
      },
      "put": {
        "operationId": "Hidden",
        "x-ms-visibility": "internal",
        "parameters": [{ "name": "d", "in": "query" }]
      }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          {
            "name": "customerId",
            "x-ms-summary": "Customer ID",
            "in": "query"
          }
        ]
      }
    }
  }
}
`,
    ],
  },
});
