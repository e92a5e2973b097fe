import { insertMember, renameKey } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isComplete, operationName } from "../swagger.ts";

export default defineRule({
  id: "response-success",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Every operation has a response with a status of success, such as 200.",
  why: "The designer takes what an operation gives from there; a default alone means anything that may happen.",
  todo: "Add a response 200, or 201, 202 or 204 where the service answers so. If all there is is a default that means success, call it 200.",
  source: "Microsoft Learn, swagger validator errors, section Operations; coding standards",
  codes: ["OperationShouldHaveSuccessfulResponse"],
  check: {
    operation(operation, { report }) {
      const { item, responses } = operation;
      const list = item.get("responses");
      const [only] = responses;
      // That there should be any response is what another rule says.
      if (!only || !isComplete(list) || responses.some(({ status }) => status.startsWith("2"))) return;
      const rename = responses.length === 1 && only.status === "default";
      report({
        at: list.keyPlace,
        message: rename
          ? `${operationName(operation)} has a default response only, and none of success.`
          : `${operationName(operation)} has no response of success, only ${responses.map(({ status }) => status).join(", ")}.`,
        fix: rename
          ? { title: "Call the default response 200", edits: () => renameKey(only.use, "200") }
          : { title: "Add a response 200", edits: () => insertMember(list, "200", { description: "OK" }) },
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
        "responses": { "default": { "description": "Items", "schema": { "type": "array" } } }
        ^^^^^^^^^^^ ListItems has a default response only, and none of success.
      },
      "post": {
        "operationId": "CreateItem",
        "responses": {
        ^^^^^^^^^^^ CreateItem has no response of success, only 400, default.
          "400": { "description": "Bad Request" },
          "default": { "description": "Failed" }
        }
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
      "get": { "operationId": "ListItems", "responses": { "204": {}, "default": {} } },
      "post": { "operationId": "CreateItem", "responses": {} },
      "put": { "operationId": "PutItem", "responses": { "x-note": {} } },
      "patch": { "operationId": "PatchItem" },
      "delete": { "operationId": "DeleteItem", "responses": { "2XX": {} } },
      "head": { "operationId": "HeadItem", "responses": { "404": {
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": { "200": { "description": "Items", "schema": { "type": "array" } } }
      },
      "post": {
        "operationId": "CreateItem",
        "responses": {
          "400": { "description": "Bad Request" },
          "default": { "description": "Failed" },
          "200": {
            "description": "OK"
          }
        }
      }
    }
  }
}
`,
    ],
  },
});
