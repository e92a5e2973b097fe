import { renameKey } from "../../syntax/edits.ts";
import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";
import { nearest } from "../text.ts";

const KNOWN = new Set(
  [
    "api-annotation capabilities connector-metadata deployment-version description-for-model dynamic-list",
    "dynamic-properties dynamic-schema dynamic-tree dynamic-values editor editor-options enum enum-values keywords",
    "media-kind name-for-model no-generic-test notification notification-content notification-url openai-data",
    "openai-manifest operation-context pageable require-user-confirmation safe-operation summary test-value trigger",
    "trigger-hint trigger-metadata url-encoding visibility",
  ].flatMap((line) => line.split(" ").map((name) => `x-ms-${name}`)),
);
const FAMILY = /^x-ms-/i;

export default defineRule({
  id: "xms-extension-unknown",
  section: "overview",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Every extension that begins with x-ms- is one that the platform knows.",
  why: "The platform passes over what it does not know: a misspelt label or visibility is lost, and nobody says so.",
  todo: "Correct the spelling, or remove the extension. What is your own begins with `x-` and not with `x-ms-`.",
  source: "Schema of the definition; extensions in published connectors",
  check: {
    extension({ part, value }, { report }) {
      const { key } = value;
      // What stands beside a reference is not read at all, whatever it is called.
      if (KNOWN.has(key) || !FAMILY.test(key) || part.isReference) return;
      const meant = nearest(key, KNOWN);
      const free = meant && !part.item.get(meant).exists;
      report({
        at: value.keyPlace,
        message: `The platform does not know "${key}" of ${partLabel(part)}.${meant ? ` Did you mean "${meant}"?` : ""}`,
        ...(free && { fix: { title: `Rename it to "${meant}"`, edits: () => renameKey(value, meant) } }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "x-ms-connector-metdata": [],
  ^^^^^^^^^^^^^^^^^^^^^^^^ The platform does not know "x-ms-connector-metdata" of the definition. Did you mean "x-ms-connector-metadata"?
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "X-MS-Visibility": "important",
        ^^^^^^^^^^^^^^^^^ The platform does not know "X-MS-Visibility" of operation ListItems. Did you mean "x-ms-visibility"?
        "parameters": [{ "name": "top", "in": "query", "x-ms-summary": "Top", "x-ms-sumamry": "Number" }]
                                                                              ^^^^^^^^^^^^^^ The platform does not know "x-ms-sumamry" of parameter top. Did you mean "x-ms-summary"?
      }
    }
  },
  "definitions": { "Item": { "x-ms-client-name": "Thing" } }
                             ^^^^^^^^^^^^^^^^^^ The platform does not know "x-ms-client-name" of definition Item.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "x-own": true,
  "x-ms-keywords": ["items"],
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "x-ms-visibility": "important",
        "parameters": [{ "$ref": "#/parameters/Top", "x-ms-sumary": "Top" }],
        "responses": { "200": { "schema": { "properties": { "x-ms-own": { "example": { "x-ms-data": 1 } } } } } }
      }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [],
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "x-ms-visibility": "important",
        "parameters": [{ "name": "top", "in": "query", "x-ms-summary": "Top", "x-ms-sumamry": "Number" }]
      }
    }
  },
  "definitions": { "Item": { "x-ms-client-name": "Thing" } }
}
`,
    ],
  },
});
