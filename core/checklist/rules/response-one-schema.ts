import type { Response } from "../../model/connector.ts";
import { remove } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";

/** Whether its schema can go without a loss: that of an error, written where it is used. */
function isSpare({ status, use, item }: Response): boolean {
  return /^[45]/.test(status) && use.node === item.node;
}

export default defineRule({
  id: "response-one-schema",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Only one response of an operation has a schema, that of success.",
  why: "The designer uses one of them; which one is left to chance where there are several.",
  todo: "Keep the schema of 200 or 201. Responses of errors need a description only.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["OperationHasManyResponsesWithSchema"],
  check: {
    operation(operation, { report }) {
      // A schema of the default is what another rule says.
      const described = operation.responses.filter(({ status, schema }) => status !== "default" && schema.isObject);
      if (described.length < 2) return;
      const used = described.find(({ status }) => status.startsWith("2")) ?? (described[0] as Response);
      const others = described.filter((response) => response !== used);
      const [first] = others as [Response];
      const codes = others.map(({ status }) => status).join(", ");
      report({
        at: first.use.node === first.item.node ? first.schema.keyPlace : first.use.keyPlace,
        message: `${operationName(operation)} has schemas for ${described.map(({ status }) => status).join(", ")}; the designer uses only one of them.`,
        ...(others.every(isSpare) && {
          fix: {
            title: `Remove the ${others.length > 1 ? "schemas" : "schema"} of ${codes}`,
            edits: () => others.flatMap(({ schema }) => remove(schema)),
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
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "400": { "description": "Bad Request", "schema": { "type": "object" } },
                                                 ^^^^^^^^ ListItems has schemas for 400, 200, 500; the designer uses only one of them.
          "200": { "description": "OK", "schema": { "type": "array" } },
          "500": { "description": "Failed", "schema": { "type": "object" } }
        }
      },
      "post": {
        "operationId": "CreateItem",
        "responses": {
          "200": { "description": "OK", "schema": { "type": "object" } },
          "201": { "description": "Created", "schema": { "type": "object" } }
                                             ^^^^^^^^ CreateItem has schemas for 200, 201; the designer uses only one of them.
        }
      },
      "put": {
        "operationId": "PutItem",
        "responses": {
          "200": { "description": "OK", "schema": { "type": "object" } },
          "404": { "$ref": "#/responses/Missing" }
          ^^^^^ PutItem has schemas for 200, 404; the designer uses only one of them.
        }
      }
    }
  },
  "responses": { "Missing": { "description": "Missing", "schema": { "type": "object" } } }
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
          "200": { "description": "OK", "schema": { "type": "array" } },
          "400": { "description": "Bad Request" },
          "404": { "$ref": "#/responses/Nothing" },
          "500": { "description": "Failed", "schema":  },
          "default": { "description": "Failed", "schema": { "type": "object" } }
        }
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
        "responses": {
          "400": { "description": "Bad Request" },
          "200": { "description": "OK", "schema": { "type": "array" } },
          "500": { "description": "Failed" }
        }
      },
      "post": {
        "operationId": "CreateItem",
        "responses": {
          "200": { "description": "OK", "schema": { "type": "object" } },
          "201": { "description": "Created", "schema": { "type": "object" } }
        }
      },
      "put": {
        "operationId": "PutItem",
        "responses": {
          "200": { "description": "OK", "schema": { "type": "object" } },
          "404": { "$ref": "#/responses/Missing" }
        }
      }
    }
  },
  "responses": { "Missing": { "description": "Missing", "schema": { "type": "object" } } }
}
`,
    ],
  },
});
