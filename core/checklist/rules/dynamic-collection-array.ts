import { Shape } from "../../model/shape.ts";
import { setMember } from "../../syntax/edits.ts";
import { callOfList, inDynamicCalls } from "../dynamic.ts";
import { defineRule } from "../rule.ts";
import { follow } from "../schema-paths.ts";
import { isComplete, operationName } from "../swagger.ts";

export default defineRule({
  id: "dynamic-collection-array",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "A dynamic list takes its entries from a list in the response.",
  why: "The designer shows one entry for each item; where there is no list it shows none.",
  todo: "Write the path to the list in `value-collection` or `itemsPath`, and leave it out where the response itself is the list.",
  source: "Microsoft Learn, swagger validator errors, section Operations; extending an OpenAPI definition",
  codes: ["InvokedOperationShouldProduceArray"],
  check: {
    member: inDynamicCalls((dynamic, { connector, report }) => {
      const list = callOfList(dynamic, connector);
      if (!list) return;
      const { call, collection, key, schema, target } = list;
      const { schema: found, open } = follow(schema, collection);
      // A schema without a type may be a list.
      if (open || (found && [undefined, "array"].includes(new Shape(found).types[0]))) return;
      const names = [...new Shape(schema).properties].filter(([, one]) => new Shape(one).types[0] === "array");
      const meant = names.length === 1 ? names[0]?.[0] : undefined;
      report({
        at: call.get(key).exists ? call.get(key).place : call.get("operationId").place,
        message: `${dynamic.extension} takes its entries from the response of ${operationName(target)}, which ${
          collection ? `has no ${found ? "list" : "property"} "${collection}"` : "is no list"
        }.`,
        ...(meant &&
          isComplete(call) && {
            fix: { title: `Take them from "${meant}"`, edits: () => setMember(call, key, meant, "operationId") },
          }),
      });
    }),
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/boards": {
      "get": {
        "operationId": "ListBoards",
        "responses": {
          "200": { "schema": { "type": "object", "properties": { "value": { "type": "array", "items": {} }, "count": { "type": "integer" } } } }
        }
      }
    },
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "a", "in": "query", "x-ms-dynamic-values": { "operationId": "ListBoards", "value-collection": "vlaue", "value-path": "id" } },
                                                                                                                  ^^^^^^^ x-ms-dynamic-values takes its entries from the response of ListBoards, which has no property "vlaue".
          { "name": "b", "in": "query", "x-ms-dynamic-list": { "operationId": "ListBoards", "itemsPath": "count", "itemValuePath": "id" } },
                                                                                                         ^^^^^^^ x-ms-dynamic-list takes its entries from the response of ListBoards, which has no list "count".
          { "name": "c", "in": "query", "x-ms-dynamic-values": { "operationId": "ListBoards", "value-path": "id" } }
                                                                                ^^^^^^^^^^^^ x-ms-dynamic-values takes its entries from the response of ListBoards, which is no list.
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
    "/boards": {
      "get": {
        "operationId": "ListBoards",
        "responses": { "200": { "schema": { "type": "object", "properties": { "data": { "type": "object", "properties": { "value": { "type": "array", "items": {} } } } } } } }
      },
      "put": { "operationId": "ListAll", "responses": { "200": { "schema": { "type": "array", "items": {} } } } },
      "post": { "operationId": "ListOpen", "responses": { "200": { "schema": { "type": "object" } } } },
      "patch": { "operationId": "ListNone", "responses": { "200": { "description": "OK" } } }
    },
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "a", "in": "query", "x-ms-dynamic-values": { "operationId": "ListBoards", "value-collection": "data/value", "value-path": "id" } },
          { "name": "b", "in": "query", "x-ms-dynamic-list": { "operationId": "ListAll", "itemValuePath": "id" } },
          { "name": "c", "in": "query", "x-ms-dynamic-values": { "operationId": "ListOpen", "value-collection": "value" } },
          { "name": "d", "in": "query", "x-ms-dynamic-values": { "operationId": "ListNone", "value-collection": "value" } },
          { "name": "e", "in": "query", "x-ms-dynamic-values": { "operationId": "ListBoards", "value-collection":  } },
          { "name": "f", "in": "query", "x-ms-dynamic-schema": { "operationId": "ListBoards", "value-path": "data" } }
        ]
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
    "/boards": {
      "get": {
        "operationId": "ListBoards",
        "responses": {
          "200": { "schema": { "type": "object", "properties": { "value": { "type": "array", "items": {} }, "count": { "type": "integer" } } } }
        }
      }
    },
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "a", "in": "query", "x-ms-dynamic-values": { "operationId": "ListBoards", "value-collection": "value", "value-path": "id" } },
          { "name": "b", "in": "query", "x-ms-dynamic-list": { "operationId": "ListBoards", "itemsPath": "value", "itemValuePath": "id" } },
          { "name": "c", "in": "query", "x-ms-dynamic-values": { "operationId": "ListBoards", "value-collection": "value", "value-path": "id" } }
        ]
      }
    }
  }
}
`,
    ],
  },
});
