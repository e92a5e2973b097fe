import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isVisible, lacksText, parameterName, parameterPlace } from "../swagger.ts";
import { sentenceFromName } from "../text.ts";

export default defineRule({
  id: "param-desc-required",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every visible parameter of a visible operation has a description.",
  why: "It is the help under the input; the certification refuses parameters without one.",
  todo: "Add a `description` that says what to enter. Internal parameters, parameters of internal operations and the body are exempt.",
  source: "Microsoft Learn, preparing connector files for certification; logs of the certification validator",
  when: "submission",
  check: {
    parameter(parameter, { report }) {
      const { item, name, summary } = parameter;
      if (!isVisible(parameter) || !lacksText(item, "description")) return;
      const text = `${summary.string?.trim().replace(/\.$/, "") || sentenceFromName(name)}.`;
      report({
        at: parameterPlace(item, "description"),
        message: `${parameterName(parameter)} has no description.`,
        fix: {
          title: `Add "description": "${text}"`,
          edits: () => setMember(item, "description", text, summary.exists ? "x-ms-summary" : "name"),
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
      "parameters": [{ "name": "region", "in": "query", "description": " " }],
                                                                       ^^^ Parameter region of the path /items has no description.
      "get": {
        "operationId": "ListItems",
        "parameters": [
          {
            "name": "customerId",
                    ^^^^^^^^^^^^ Parameter customerId of ListItems has no description.
            "in": "query"
          },
          { "$ref": "#/parameters/Top" }
        ]
      },
      "delete": { "operationId": "RemoveItems", "parameters": [{ "$ref": "#/parameters/Top" }] }
    }
  },
  "parameters": {
    "Top": { "name": "top", "x-ms-summary": "Number of items", "in": "query" }
                     ^^^^^ Shared parameter top has no description.
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
          { "name": "a", "in": "query", "description": "Only items of this customer." },
          { "name": "b", "in": "header", "x-ms-visibility": "internal" },
          { "name": "c", "in": "body" },
          { "name": "d", "in": "query", "description": }
        ]
      },
      "put": {
        "operationId": "Hidden",
        "x-ms-visibility": "internal",
        "parameters": [{ "name": "e", "in": "query" }, { "$ref": "#/parameters/Hidden" }]
      }
    }
  },
  "parameters": { "Hidden": { "name": "f", "in": "query" } }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "parameters": [{ "name": "region", "in": "query", "description": "Region." }],
      "get": {
        "operationId": "ListItems",
        "parameters": [
          {
            "name": "customerId",
            "description": "Customer ID.",
            "in": "query"
          },
          { "$ref": "#/parameters/Top" }
        ]
      },
      "delete": { "operationId": "RemoveItems", "parameters": [{ "$ref": "#/parameters/Top" }] }
    }
  },
  "parameters": {
    "Top": { "name": "top", "x-ms-summary": "Number of items", "description": "Number of items.", "in": "query" }
  }
}
`,
    ],
  },
});
