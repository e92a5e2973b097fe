import { insertMembers } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { PHRASES } from "../statuses.ts";
import { isComplete, operationName } from "../swagger.ts";

export default defineRule({
  id: "response-error-codes",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "Visible operations list the errors that are to be expected, as responses of 4xx and 5xx.",
  why: "Whoever reads a failed run sees what the status means for this operation.",
  todo: "Add the statuses that the service documents, each with a description of what went wrong.",
  source: "Microsoft Learn, coding standards",
  check: {
    operation(operation, { report }) {
      const { item, responses, path, internal } = operation;
      const list = item.get("responses");
      if (internal || !responses.length || !isComplete(list) || responses.some(({ status }) => /^[45]/.test(status)))
        return;
      const codes = ["400", "401", ...(path.includes("{") ? ["404"] : []), "500"];
      // As long as a default means success, it can be called so; beside errors it could mean another one.
      const hasSuccess = responses.some(({ status }) => status.startsWith("2"));
      report({
        at: list.keyPlace,
        message: `${operationName(operation)} lists no error that may come, such as 400.`,
        ...(hasSuccess && {
          fix: {
            title: `Add ${codes.join(", ")} with their usual names`,
            edits: () =>
              insertMembers(list, Object.fromEntries(codes.map((code) => [code, { description: PHRASES[code] }]))),
          },
        }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {
      "get": {
        "operationId": "GetItem",
        "responses": {
        ^^^^^^^^^^^ GetItem lists no error that may come, such as 400.
          "200": {
            "description": "OK"
          },
          "default": {
            "description": "Failed"
          }
        }
      }
    },
    "/items": { "get": { "operationId": "ListItems", "responses": { "200": { "description": "OK" } } } },
                                                     ^^^^^^^^^^^ ListItems lists no error that may come, such as 400.
    "/all": { "get": { "operationId": "ListAll", "responses": { "default": { "description": "OK" } } } }
                                                 ^^^^^^^^^^^ ListAll lists no error that may come, such as 400.
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "responses": { "200": {}, "404": {} } },
      "put": { "operationId": "PutItems", "responses": { "5XX": {} } },
      "delete": { "operationId": "DeleteItems", "x-ms-visibility": "internal", "responses": { "204": {} } },
      "post": { "operationId": "CreateItem", "responses": {} },
      "patch": { "operationId": "PatchItem", "responses": { "200": {
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {
      "get": {
        "operationId": "GetItem",
        "responses": {
          "200": {
            "description": "OK"
          },
          "default": {
            "description": "Failed"
          },
          "400": {
            "description": "Bad Request"
          },
          "401": {
            "description": "Unauthorized"
          },
          "404": {
            "description": "Not Found"
          },
          "500": {
            "description": "Internal Server Error"
          }
        }
      }
    },
    "/items": { "get": { "operationId": "ListItems", "responses": { "200": { "description": "OK" }, "400": { "description": "Bad Request" }, "401": { "description": "Unauthorized" }, "500": { "description": "Internal Server Error" } } } },
    "/all": { "get": { "operationId": "ListAll", "responses": { "default": { "description": "OK" } } } }
  }
}
`,
    ],
  },
});
