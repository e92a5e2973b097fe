import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { PHRASES } from "../statuses.ts";
import { lacksText, memberPlace, operationName } from "../swagger.ts";

export default defineRule({
  id: "response-desc",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every response has a description.",
  why: "Swagger demands one: a definition without it is no valid document. Makers read it when a run ends with this status.",
  todo: "Add a `description`; the reason phrase of the status is enough. An empty one is only warned about.",
  source: "Swagger 2.0, Response Object; Microsoft Learn, swagger validator errors",
  check: {
    response({ operation, item, use, status, description }, { report }) {
      if (!item.isObject || !lacksText(item, "description")) return;
      const text = PHRASES[status] ?? "Response";
      const shared = item.node !== use.node;
      report({
        at: memberPlace(item, "description"),
        severity: description.isString ? "warning" : "error",
        message: shared
          ? `Shared response ${item.key} has ${description.isString ? "an empty" : "no"} description.`
          : `Response ${status} of ${operationName(operation)} has ${description.isString ? "an empty" : "no"} description.`,
        fix: { title: `Add "description": "${text}"`, edits: () => setMember(item, "description", text) },
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
        "responses": {
          "200": {},
          ^^^^^ Response 200 of ListItems has no description.
          "404": { "description": "" },
                                  ^^ Response 404 of ListItems has an empty description.
          "default": { "$ref": "#/responses/Problem" }
        }
      },
      "delete": {
        "operationId": "RemoveItems",
        "responses": { "default": { "$ref": "#/responses/Problem" } }
      }
    }
  },
  "responses": {
    "Problem": { "schema": { "type": "object" } }
    ^^^^^^^^^ Shared response Problem has no description.
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
        "responses": {
          "200": { "description": "OK" },
          "404": { "$ref": "#/responses/Missing" },
          "409": { "$ref": "#/responses/NotYetWritten" },
          "x-note": {}
        }
      }
    }
  },
  "responses": { "Missing": { "description": "No such item." }, "Unused": {} }
}
`,
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "responses": { "200": { "description":
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
          },
          "404": { "description": "Not Found" },
          "default": { "$ref": "#/responses/Problem" }
        }
      },
      "delete": {
        "operationId": "RemoveItems",
        "responses": { "default": { "$ref": "#/responses/Problem" } }
      }
    }
  },
  "responses": {
    "Problem": { "schema": { "type": "object" }, "description": "Any other response" }
  }
}
`,
    ],
  },
});
