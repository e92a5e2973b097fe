import { remove, renameKey } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { type Part, partLabel } from "../document.ts";
import { defineRule, type FixDraft } from "../rule.ts";
import { isComplete, swaggerRoot } from "../swagger.ts";
import { nearest } from "../text.ts";

/** Keywords of OpenAPI 3 and of newer JSON Schemas that people bring along. */
const FOREIGN = new Set([
  "oneOf",
  "anyOf",
  "not",
  "nullable",
  "const",
  "if",
  "then",
  "else",
  "deprecated",
  "writeOnly",
  "examples",
  "patternProperties",
  "propertyNames",
  "contains",
  "dependencies",
  "definitions",
  "components",
  "servers",
  "openapi",
  "requestBody",
  "callbacks",
  "links",
  "content",
]);

/** What the author meant by a key, where the part has no such member yet. */
function meantBy(child: Item, part: Part): string | undefined {
  if (child.key === "nullable" && part.name === "schema") return "x-nullable";
  if (FOREIGN.has(child.key)) return undefined;
  const meant = nearest(child.key, part.keywords.keys());
  return meant && !part.item.get(meant).exists ? meant : undefined;
}

export default defineRule({
  id: "no-unknown-properties",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The definition uses only the keywords of Swagger 2.0 and extensions that start with x-.",
  why: "A keyword that Swagger does not know is refused, and a misspelt one silently says nothing.",
  todo: "Correct the spelling or remove it. Keywords of OpenAPI 3, such as `oneOf` and `anyOf`, have no counterpart; write one plain schema. What is your own starts with `x-`.",
  source: "Microsoft Learn, swagger validator errors, sections Properties and Not supported; Swagger 2.0",
  codes: ["AdditionalPropertyNotAllowed", "ExtensionNameNotValid", "SwaggerKeywordNotSupported"],
  check: {
    stranger({ part, value }, { connector, report }) {
      const { key } = value;
      // What stands beside a reference is not read at all, and the notification content is an extension.
      if (part.name === "notification" || part.isReference || (key === "openapi" && part.name === "document")) return;
      // Where a bracket is missing, members have moved into other objects; that is one problem and not many.
      if (!isComplete(swaggerRoot(connector))) return;
      const meant = meantBy(value, part);
      const removal: FixDraft = { title: `Remove "${key}"`, edits: () => remove(value) };
      report({
        at: value.keyPlace,
        message: FOREIGN.has(key)
          ? `Swagger 2.0 has no "${key}"; ${partLabel(part)} cannot use it.`
          : `Swagger has no "${key}" in ${partLabel(part)}.${meant ? ` Did you mean "${meant}"?` : ""}`,
        fix: meant ? [{ title: `Rename it to "${meant}"`, edits: () => renameKey(value, meant) }, removal] : removal,
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "basepath": "/v1",
  ^^^^^^^^^^ Swagger has no "basepath" in the definition. Did you mean "basePath"?
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "sumary": "List items",
        ^^^^^^^^ Swagger has no "sumary" in operation ListItems. Did you mean "summary"?
        "responses": { "200": { "description": "OK", "shema": { "type": "object" } } }
                                                     ^^^^^^^ Swagger has no "shema" in response 200. Did you mean "schema"?
      },
      "trace": {}
      ^^^^^^^ Swagger has no "trace" in path /items.
    }
  },
  "definitions": {
    "Item": {
      "type": "object",
      "properties": {
        "size": { "type": "integer", "nullable": true },
                                     ^^^^^^^^^^ Swagger 2.0 has no "nullable"; property size cannot use it.
        "shape": {
          "oneOf": [{ "type": "string" }, { "type": "integer" }],
          ^^^^^^^ Swagger 2.0 has no "oneOf"; property shape cannot use it.
          "description": "Round or square."
        },
        "colour": { "type": "string", "label": "Colour" }
                                      ^^^^^^^ Swagger has no "label" in property colour.
      }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "x-own": { "anything": 1 },
  "paths": {
    "x-note": {},
    "/items": {
      "x-ms-notification-content": { "schema": { "type": "object" } },
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "$ref": "#/parameters/Top", "note": "not read" }],
        "responses": { "200": { "description": "OK", "examples": { "application/json": { "nullable": 1 } } } }
      }
    }
  },
  "parameters": { "Top": { "name": "top", "in": "query", "type": "integer", "X-Own": 1 } },
  "definitions": {
    "Item": {
      "type": "object",
      "default": { "oneOf": 1 },
      "example": { "anyOf": 1 },
      "properties": { "nullable": { "type": "boolean" }, "x-size": { "type": "integer" } }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "operationId": "ListItems", "summ
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "basePath": "/v1",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "summary": "List items",
        "responses": { "200": { "description": "OK", "schema": { "type": "object" } } }
      }
    }
  },
  "definitions": {
    "Item": {
      "type": "object",
      "properties": {
        "size": { "type": "integer", "x-nullable": true },
        "shape": {
          "description": "Round or square."
        },
        "colour": { "type": "string" }
      }
    }
  }
}
`,
    ],
  },
});
