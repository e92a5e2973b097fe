import { setMember } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { Kind } from "../../syntax/tree.ts";
import { defineRule, type FixDraft } from "../rule.ts";
import { isComplete, parameterName, parameterPlace } from "../swagger.ts";

function isInternal(item: Item): boolean {
  return item.get("x-ms-visibility").string?.toLowerCase() === "internal";
}

/** A value that the schema itself leaves no choice about or that is neutral; `undefined` where only the author can know it. */
function obvious(schema: Item): unknown {
  const first = schema.get("enum").children()[0];
  if (first) return first.toData();
  if (schema.get("type").string === "boolean") return false;
  return undefined;
}

function fixFor(item: Item): { fix: FixDraft } | undefined {
  const value = obvious(item);
  if (value === undefined) return undefined;
  return {
    fix: {
      title: `Add "default": ${JSON.stringify(value)}`,
      edits: () => setMember(item, "default", value, "x-ms-visibility"),
    },
  };
}

/** Required internal properties of a schema that have no default. */
function lackingProperties(schema: Item): Item[] {
  const list = schema.get("required");
  if (!list.isArray) return [];
  const required = new Set(list.strings());
  return schema
    .get("properties")
    .children()
    .filter((property) => {
      if (!required.has(property.key) || !isInternal(property)) return false;
      // The platform itself fills in a callback address, and an object takes its value from its own properties.
      const filled = property.get("x-ms-notification-url").exists || property.get("properties").exists;
      return !filled && isComplete(property) && !property.get("$ref").exists && !property.get("default").exists;
    });
}

export default defineRule({
  id: "param-internal-required-default",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "An internal parameter or property that is required has a default value.",
  why: "Nobody can enter what the designer hides; without a default the required value is never sent and every call fails.",
  todo: "Add a `default`, or show the parameter. Callback addresses (`x-ms-notification-url`) are filled in by the platform and need none. Properties of a body are only warned about.",
  source: "Microsoft Learn, extending an OpenAPI definition; swagger validator errors, section Properties",
  codes: ["PropertyMustBeRequired"],
  check: {
    parameter(parameter, { report }) {
      const { item, internal, required } = parameter;
      if (!internal || !required || !isComplete(item)) return;
      const value = item.get("default");
      if ((value.exists && value.kind !== Kind.null) || item.get("x-ms-notification-url").exists) return;
      report({
        at: parameterPlace(item, "default"),
        message: `${parameterName(parameter)} is internal and required, but has no default.`,
        ...fixFor(item),
      });
    },
    input: {
      required({ item }, { report }) {
        for (const property of lackingProperties(item))
          report({
            at: property.keyPlace,
            // Published connectors break this for properties, whose service or script may know better.
            severity: "warning",
            message: `Property ${property.key} is internal and required, but has no default.`,
            ...fixFor(property),
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
          {
            "name": "expand",
                    ^^^^^^^^ Parameter expand of ListItems is internal and required, but has no default.
            "in": "query",
            "type": "boolean",
            "required": true,
            "x-ms-visibility": "internal"
          }
        ]
      },
      "post": {
        "operationId": "CreateItem",
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/NewItem" } }]
      }
    }
  },
  "definitions": {
    "NewItem": {
      "required": ["kind"],
      "properties": {
        "kind": { "type": "string", "enum": ["item"], "x-ms-visibility": "internal" }
        ^^^^^^ Property kind is internal and required, but has no default.
      }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "api-version", "in": "query", "required": true, "type": "string", "x-ms-visibility": "internal" }
                    ^^^^^^^^^^^^^ Parameter api-version of ListItems is internal and required, but has no default.
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
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "v", "in": "query", "required": true, "default": "1", "x-ms-visibility": "internal" },
          { "name": "trace", "in": "header", "x-ms-visibility": "internal" },
          { "name": "top", "in": "query", "required": true }
        ]
      }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/hooks": {
      "post": {
        "operationId": "WhenItemIsCreated",
        "parameters": [
          {
            "name": "body", "in": "body", "required": true, "x-ms-visibility": "internal",
            "schema": {
              "required": ["url", "options"],
              "properties": {
                "url": { "type": "string", "x-ms-notification-url": true, "x-ms-visibility": "internal" },
                "options": {
                  "type": "object", "x-ms-visibility": "internal",
                  "properties": { "all": { "type": "boolean", "default": true } }
                }
              }
            }
          }
        ],
        "responses": {
          "200": {
            "schema": { "required": ["id"], "properties": { "id": { "type": "string", "x-ms-visibility": "internal" } } }
          }
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
        "parameters": [
          {
            "name": "expand",
            "in": "query",
            "type": "boolean",
            "required": true,
            "x-ms-visibility": "internal",
            "default": false
          }
        ]
      },
      "post": {
        "operationId": "CreateItem",
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/NewItem" } }]
      }
    }
  },
  "definitions": {
    "NewItem": {
      "required": ["kind"],
      "properties": {
        "kind": { "type": "string", "enum": ["item"], "x-ms-visibility": "internal", "default": "item" }
      }
    }
  }
}
`,
      undefined,
    ],
  },
});
