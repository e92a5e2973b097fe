import { visibilityOf } from "../../model/base.ts";
import { appendItem, setMember } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { Kind } from "../../syntax/tree.ts";
import { defineRule } from "../rule.ts";
import { isComplete, memberPlace, parameterName } from "../swagger.ts";

/** Whether a value is still being typed. */
function isUnfinished(item: Item): boolean {
  return item.exists && item.kind === Kind.missing;
}

function isAbsent(item: Item): boolean {
  return item.kind === Kind.missing || item.kind === Kind.null;
}

export default defineRule({
  id: "param-internal-optional-default",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "An internal parameter or property with a default value is required.",
  why: "Only what is required is certainly sent; an optional value that nobody sees may be left out of the call.",
  todo: 'Add `"required": true`. The default is then sent every time.',
  source: "Microsoft Learn, swagger validator errors, section Properties",
  codes: ["InternalPropertyWithDefaultOptional"],
  check: {
    parameter(parameter, { report }) {
      const { item, internal, required } = parameter;
      if (!internal || required || !isComplete(item)) return;
      const value = item.get("default");
      // That a path parameter is required is what another rule says.
      if (parameter.in === "path" || isAbsent(value) || isUnfinished(item.get("required"))) return;
      report({
        at: item.get("required").exists ? memberPlace(item, "required") : value.keyPlace,
        message: `${parameterName(parameter)} is internal and has a default, but is optional and may not be sent.`,
        fix: { title: 'Set "required" to true', edits: () => setMember(item, "required", true, "in") },
      });
    },
    input: {
      default({ item }, { report }) {
        const owner = item.parent.parent;
        const list = owner.get("required");
        if (item.parent.key !== "properties" || visibilityOf(item) !== "internal" || !isComplete(owner)) return;
        if (isAbsent(item.get("default")) || (list.exists && !list.isArray) || list.strings().includes(item.key))
          return;
        report({
          at: item.keyPlace,
          message: `Property ${item.key} is internal and has a default, but is optional and may not be sent.`,
          fix: {
            title: `Add "${item.key}" to the required properties`,
            edits: () => (list.exists ? appendItem(list, item.key) : setMember(owner, "required", [item.key], "type")),
          },
        });
      },
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
        "parameters": [
          { "name": "v", "in": "query", "type": "string", "default": "1", "x-ms-visibility": "internal" },
                                                          ^^^^^^^^^ Parameter v of ListItems is internal and has a default, but is optional and may not be sent.
          { "$ref": "#/parameters/Accept" }
        ]
      },
      "post": {
        "operationId": "CreateItem",
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Item" } }]
      }
    }
  },
  "definitions": {
    "Item": {
      "type": "object",
      "properties": {
        "kind": { "type": "string", "default": "item", "x-ms-visibility": "internal" },
        ^^^^^^ Property kind is internal and has a default, but is optional and may not be sent.
        "part": {
          "properties": { "size": { "type": "integer", "default": 1, "x-ms-visibility": "internal" } },
                          ^^^^^^ Property size is internal and has a default, but is optional and may not be sent.
          "required": ["id"]
        }
      }
    }
  },
  "parameters": {
    "Accept": {
      "name": "Accept",
      "in": "header",
      "type": "string",
      "required": false,
                  ^^^^^ Shared parameter Accept is internal and has a default, but is optional and may not be sent.
      "default": "text/plain",
      "x-ms-visibility": "internal"
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "a", "in": "query", "default": "1", "required": true, "x-ms-visibility": "internal" },
          { "name": "b", "in": "query", "x-ms-visibility": "internal" },
          { "name": "c", "in": "query", "default": "1" },
          { "name": "d", "in": "query", "default": null, "x-ms-visibility": "internal" },
          { "name": "e", "in": "query", "default": "1", "required": , "x-ms-visibility": "internal" },
          { "name": "id", "in": "path", "default": "1", "x-ms-visibility": "internal" },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "required": ["a"],
              "properties": {
                "a": { "type": "string", "default": "1", "x-ms-visibility": "internal" },
                "b": { "type": "string", "default": null, "x-ms-visibility": "internal" },
                "c": { "type": "string", "default": "1" }
              }
            }
          }
        ],
        "responses": {
          "200": { "schema": { "properties": { "a": { "default": "1", "x-ms-visibility": "internal" } } } }
        }
      }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "parameters": { "V": { "in": "query", "x-ms-visibility": "internal", "default": "1"
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "v", "in": "query", "required": true, "type": "string", "default": "1", "x-ms-visibility": "internal" },
          { "$ref": "#/parameters/Accept" }
        ]
      },
      "post": {
        "operationId": "CreateItem",
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Item" } }]
      }
    }
  },
  "definitions": {
    "Item": {
      "type": "object",
      "required": [
        "kind"
      ],
      "properties": {
        "kind": { "type": "string", "default": "item", "x-ms-visibility": "internal" },
        "part": {
          "properties": { "size": { "type": "integer", "default": 1, "x-ms-visibility": "internal" } },
          "required": ["id", "size"]
        }
      }
    }
  },
  "parameters": {
    "Accept": {
      "name": "Accept",
      "in": "header",
      "type": "string",
      "required": true,
      "default": "text/plain",
      "x-ms-visibility": "internal"
    }
  }
}
`,
    ],
  },
});
