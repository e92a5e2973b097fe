import { Shape } from "../../model/shape.ts";
import { setValue } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { callOfList, inDynamicCalls, responseOf } from "../dynamic.ts";
import { defineRule } from "../rule.ts";
import { follow } from "../schema-paths.ts";
import { operationName } from "../swagger.ts";
import { nearest } from "../text.ts";

const OF_ITEM = ["value-path", "value-title", "itemValuePath", "itemTitlePath"];
const OF_SCHEMA: Readonly<Record<string, string>> = {
  "x-ms-dynamic-schema": "value-path",
  "x-ms-dynamic-properties": "itemValuePath",
};

export default defineRule({
  id: "dynamic-paths-exist",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The paths of a dynamic list or schema lead to properties of the response.",
  why: "Of an entry without a value or title the designer shows nothing; of a schema that is not there no fields appear.",
  todo: "Write the property as the response of the called operation has it; letter case counts.",
  source: "Microsoft Learn, swagger validator errors, section Operations; extending an OpenAPI definition",
  codes: ["InvokedOperationShouldProduceProperty"],
  check: {
    member: inDynamicCalls((dynamic, { connector, report }) => {
      const { extension, call } = dynamic;
      const judge = (path: Item, schema: Item, owner: string): void => {
        const text = path.string;
        if (!text) return;
        const { schema: found, open } = follow(schema, text);
        if (found || open) return;
        const meant = nearest(text, new Shape(schema).properties.keys());
        report({
          at: path.place,
          message: `"${path.key}" of ${extension} is "${text}", but ${owner} has no such property.`,
          ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(path, meant) } }),
        });
      };
      const list = callOfList(dynamic, connector);
      if (list) {
        const { schema: array } = follow(list.schema, list.collection);
        const { items } = new Shape(array ?? list.schema.get(""));
        if (items.isObject)
          for (const key of OF_ITEM)
            judge(call.get(key), items, `an item in the response of ${operationName(list.target)}`);
        return;
      }
      const key = OF_SCHEMA[extension];
      const response = key && responseOf(call, connector);
      if (response) judge(call.get(key), response.schema, `the response of ${operationName(response.operation)}`);
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
          "200": { "schema": { "type": "array", "items": { "properties": { "id": { "type": "string" }, "name": { "type": "string" } } } } }
        }
      },
      "post": {
        "operationId": "GetFields",
        "responses": { "200": { "schema": { "properties": { "schema": { "type": "object" } } } } }
      }
    },
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "a", "in": "query", "x-ms-dynamic-values": { "operationId": "ListBoards", "value-path": "Id", "value-title": "name" } },
                                                                                                            ^^^^ "value-path" of x-ms-dynamic-values is "Id", but an item in the response of ListBoards has no such property.
          { "name": "b", "in": "query", "x-ms-dynamic-list": { "operationId": "ListBoards", "itemValuePath": "id", "itemTitlePath": "label" } }
                                                                                                                                    ^^^^^^^ "itemTitlePath" of x-ms-dynamic-list is "label", but an item in the response of ListBoards has no such property.
        ]
      }
    }
  },
  "definitions": { "Item": { "x-ms-dynamic-schema": { "operationId": "GetFields", "value-path": "shema" } } }
                                                                                                ^^^^^^^ "value-path" of x-ms-dynamic-schema is "shema", but the response of GetFields has no such property.
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
        "responses": {
          "200": { "schema": { "properties": { "value": { "type": "array", "items": { "$ref": "#/definitions/Board" } } } } }
        }
      },
      "post": {
        "operationId": "GetFields",
        "responses": { "200": { "schema": { "properties": { "schema": { "type": "object" } } } } }
      },
      "put": { "operationId": "GetAny", "responses": { "200": { "schema": { "type": "object" } } } }
    },
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "a", "in": "query", "x-ms-dynamic-values": { "operationId": "ListBoards", "value-collection": "value", "value-path": "id", "value-title": "site/name" } },
          { "name": "b", "in": "query", "x-ms-dynamic-values": { "operationId": "ListBoards", "value-collection": "value", "value-path": "free/any" } },
          { "name": "c", "in": "query", "x-ms-dynamic-values": { "operationId": "ListBoards", "value-collection": "lost", "value-path": "id" } },
          { "name": "d", "in": "query", "x-ms-dynamic-values": { "operationId": "ListBoards", "value-collection": "value", "value-path":  } }
        ]
      }
    }
  },
  "definitions": {
    "Board": { "properties": { "id": { "type": "string" }, "site": { "properties": { "name": { "type": "string" } } }, "free": { "type": "object" } } },
    "Item": { "x-ms-dynamic-schema": { "operationId": "GetFields", "value-path": "schema/properties" } },
    "Any": { "x-ms-dynamic-schema": { "operationId": "GetAny", "value-path": "whatever" } }
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
          "200": { "schema": { "type": "array", "items": { "properties": { "id": { "type": "string" }, "name": { "type": "string" } } } } }
        }
      },
      "post": {
        "operationId": "GetFields",
        "responses": { "200": { "schema": { "properties": { "schema": { "type": "object" } } } } }
      }
    },
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "a", "in": "query", "x-ms-dynamic-values": { "operationId": "ListBoards", "value-path": "id", "value-title": "name" } },
          { "name": "b", "in": "query", "x-ms-dynamic-list": { "operationId": "ListBoards", "itemValuePath": "id", "itemTitlePath": "label" } }
        ]
      }
    }
  },
  "definitions": { "Item": { "x-ms-dynamic-schema": { "operationId": "GetFields", "value-path": "schema" } } }
}
`,
    ],
  },
});
