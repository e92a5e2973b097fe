import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isComplete, lacks, memberPlace, operationName } from "../swagger.ts";

export default defineRule({
  id: "responses-required",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every operation has at least one response.",
  why: "Swagger demands it; without a response nothing can be used from what the operation returns.",
  todo: "Add `responses` with the status of success, and a schema where the operation returns something.",
  source: "Microsoft Learn, swagger validator errors, section Operations; Swagger 2.0",
  codes: ["OperationMustHaveResponse"],
  check: {
    operation(operation, { report }) {
      const { item } = operation;
      const responses = item.get("responses");
      const empty = isComplete(responses) && responses.children().every((response) => response.key.startsWith("x-"));
      if (!lacks(item, "responses") && !empty) return;
      const added = { "200": { description: "OK" } };
      report({
        at: memberPlace(item, "responses"),
        message: `Operation ${operationName(operation)} has no response.`,
        fix: {
          title: "Add a response 200",
          edits: () =>
            empty && responses.children().length
              ? setMember(responses, "200", added["200"])
              : setMember(item, "responses", added),
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
      ^^^^^ Operation ListItems has no response.
        "operationId": "ListItems"
      },
      "delete": { "operationId": "RemoveItems", "responses": {} }
                                                ^^^^^^^^^^^ Operation RemoveItems has no response.
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
      "get": { "operationId": "ListItems", "responses": { "default": { "description": "Anything" } } },
      "delete": { "operationId": "RemoveItems", "responses": { "204": {} } },
      "x-ms-notification-content": {}
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "responses": {
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": {
            "description": "OK"
          }
        }
      },
      "delete": { "operationId": "RemoveItems", "responses": {
        "200": {
          "description": "OK"
        }
      } }
    }
  }
}
`,
    ],
  },
});
