import { defineRule } from "../rule.ts";
import { isComplete, lacks, operationName } from "../swagger.ts";

const GIVES: readonly string[] = ["200", "201"];

export default defineRule({
  id: "response-schema-200",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "What a visible operation gives is described by a schema at 200 or 201.",
  why: "Only values that a schema describes can be picked in the next steps of a flow.",
  todo: "Add a `schema` to the response. An operation that gives nothing answers with 204, and a webhook describes what it receives in `x-ms-notification-content`.",
  source: "Microsoft Learn, swagger validator errors, section Response; preparing connector files for certification",
  codes: ["SchemaDefinitionSetIncorrectly"],
  when: "submission",
  check: {
    operation(operation, { report }) {
      const { item, responses, internal, notification } = operation;
      if (internal || notification.exists) return;
      const giving = responses.filter(({ status }) => GIVES.includes(status));
      // A schema that cannot be found, or is not finished yet, is what other rules say.
      if (giving.some((response) => !lacks(response.item, "schema"))) return;
      if (responses.some(({ status }) => status === "204")) return;
      // That success should be described at all is what another rule says.
      const [success] = giving.length ? giving : responses.filter(({ status }) => /^2/.test(status));
      if (!success || !isComplete(item.get("responses"))) return;
      report({
        at: success.use.keyPlace,
        message: giving.length
          ? `Response ${success.status} of ${operationName(operation)} has no schema.`
          : `${operationName(operation)} has no response 200 or 201 with a schema.`,
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
        "responses": { "200": { "description": "OK" }, "404": { "description": "Missing" } }
                       ^^^^^ Response 200 of ListItems has no schema.
      },
      "post": { "operationId": "CreateItem", "responses": { "202": { "description": "Later" } } },
                                                            ^^^^^ CreateItem has no response 200 or 201 with a schema.
      "put": { "operationId": "PutItem", "responses": { "201": { "$ref": "#/responses/Done" } } }
                                                        ^^^^^ Response 201 of PutItem has no schema.
    }
  },
  "responses": { "Done": { "description": "Done" } }
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
        "responses": { "200": { "description": "OK" }, "201": { "description": "OK", "schema": {} } }
      },
      "post": { "operationId": "CreateItem", "responses": { "200": { "$ref": "#/responses/Missing" } } },
      "put": { "operationId": "PutItem", "responses": { "204": { "description": "Done" } } },
      "patch": { "operationId": "PatchItem", "x-ms-visibility": "internal", "responses": { "200": {} } },
      "delete": { "operationId": "DeleteItem", "responses": { "default": { "description": "Done" } } }
    },
    "/hooks": {
      "x-ms-notification-content": { "schema": { "type": "object" } },
      "post": { "operationId": "Subscribe", "responses": { "201": { "description": "Created" } } }
    },
    "/more": { "get": { "operationId": "More", "responses": { "200": { "description": "OK"
`,
    ],
  },
});
