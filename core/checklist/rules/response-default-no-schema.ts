import type { Operation, Response } from "../../model/connector.ts";
import { insertMember, remove, renameKey } from "../../syntax/edits.ts";
import { defineRule, type FixDraft } from "../rule.ts";
import { operationName } from "../swagger.ts";

/** Moves the schema to where it is looked for, or removes it where one is there already. */
function fixFor({ use, item, schema }: Response, { responses }: Operation): FixDraft | undefined {
  // A shared response may be of use elsewhere.
  if (use.node !== item.node) return undefined;
  if (responses.length === 1) return { title: "Call the response 200", edits: () => renameKey(use, "200") };
  const success = responses.find(({ status }) => status === "200" || status === "201");
  const taken = responses.some((response) => response.status.startsWith("2") && response.schema.exists);
  if (taken || !schema.children().length) return { title: "Remove the schema", edits: () => remove(schema) };
  if (!success || success.use.node !== success.item.node) return undefined;
  return {
    title: `Move the schema to ${success.status}`,
    edits: () => [...remove(schema), ...insertMember(success.item, "schema", schema.toData())],
  };
}

export default defineRule({
  id: "response-default-no-schema",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The default response has no schema.",
  why: "It means whatever else may happen; what is expected is described at the status that it comes with, and the designer looks for it there.",
  todo: "Move the schema to 200 or 201, or remove it.",
  source: "Microsoft Learn, swagger validator errors, section Response; preparing connector files for certification",
  codes: ["DefaultResponseHasSchema"],
  check: {
    response(response, { report }) {
      const { operation, status, schema, item, use } = response;
      if (status !== "default" || !schema.isObject) return;
      const fix = fixFor(response, operation);
      report({
        at: schema.keyPlace,
        message:
          item.node === use.node
            ? `The default response of ${operationName(operation)} has a schema.`
            : `The shared response ${item.key} has a schema and is used as a default.`,
        ...(fix && { fix }),
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
          "200": { "description": "OK" },
          "default": { "description": "Items", "schema": { "type": "array" } }
                                               ^^^^^^^^ The default response of ListItems has a schema.
        }
      },
      "post": {
        "operationId": "CreateItem",
        "responses": {
          "200": { "description": "OK", "schema": { "type": "string" } },
          "default": { "description": "Failed", "schema": {} }
                                                ^^^^^^^^ The default response of CreateItem has a schema.
        }
      },
      "put": {
        "operationId": "PutItem",
        "responses": { "default": { "description": "OK", "schema": { "type": "object" } } }
                                                         ^^^^^^^^ The default response of PutItem has a schema.
      },
      "patch": {
        "operationId": "PatchItem",
        "responses": { "202": { "description": "Later" }, "default": { "schema": { "type": "object" } } }
                                                                       ^^^^^^^^ The default response of PatchItem has a schema.
      },
      "delete": {
        "operationId": "DeleteItem",
        "responses": { "204": { "description": "Deleted" }, "default": { "$ref": "#/responses/Problem" } }
      }
    }
  },
  "responses": { "Problem": { "description": "Failed", "schema": { "type": "object" } } }
                                                       ^^^^^^^^ The shared response Problem has a schema and is used as a default.
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
          "default": { "description": "Failed" }
        }
      },
      "post": { "operationId": "CreateItem", "responses": { "default": { "schema":  } } },
      "put": { "operationId": "PutItem", "responses": { "default": { "$ref": "#/responses/Problem" } } }
    }
  },
  "responses": { "Problem": { "description": "Failed" } }
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
          "200": { "description": "OK", "schema": { "type": "array" } },
          "default": { "description": "Items" }
        }
      },
      "post": {
        "operationId": "CreateItem",
        "responses": {
          "200": { "description": "OK", "schema": { "type": "string" } },
          "default": { "description": "Failed" }
        }
      },
      "put": {
        "operationId": "PutItem",
        "responses": { "200": { "description": "OK", "schema": { "type": "object" } } }
      },
      "patch": {
        "operationId": "PatchItem",
        "responses": { "202": { "description": "Later" }, "default": { "schema": { "type": "object" } } }
      },
      "delete": {
        "operationId": "DeleteItem",
        "responses": { "204": { "description": "Deleted" }, "default": { "$ref": "#/responses/Problem" } }
      }
    }
  },
  "responses": { "Problem": { "description": "Failed", "schema": { "type": "object" } } }
}
`,
    ],
  },
});
