import { remove } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isComplete, swaggerRoot } from "../swagger.ts";
import { escaped, usesOf } from "../uses.ts";

export default defineRule({
  id: "definition-unused",
  section: "overview",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "Every definition is used.",
  why: "One that nothing refers to only makes the file larger, and people keep it up for nothing.",
  todo: "Remove it, or refer to it where it was meant to be used.",
  source: "Microsoft Learn, custom connector questions and answers, on limits of size",
  check: {
    entity({ kind, item }, { connector, report }) {
      if (kind !== "definition") return;
      const uses = usesOf(connector, `/definitions/${escaped(item.key)}`);
      if (uses?.used) return;
      // A reference to it may be in the part that is still to come, or be swallowed by an open quote.
      const root = swaggerRoot(connector);
      if (!isComplete(root) || !isComplete(root.get("paths"))) return;
      report({
        at: item.keyPlace,
        message: uses
          ? `Only definitions that are not used themselves refer to ${item.key}.`
          : `Nothing refers to the definition ${item.key}.`,
        // One that others refer to can go once they are gone.
        ...(!uses && { fix: { title: `Remove the definition ${item.key}`, edits: () => remove(item) } }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": { "/orders": { "get": { "responses": { "200": { "schema": { "$ref": "#/definitions/Order" } } } } } },
  "definitions": {
    "Order": { "properties": { "leaf": { "$ref": "#/definitions/Leaf" } } },
    "Tree": { "properties": { "branch": { "$ref": "#/definitions/Tree" }, "leaf": { "$ref": "#/definitions/Leaf" } } },
    ^^^^^^ Nothing refers to the definition Tree.
    "Leaf": { "type": "object", "example": { "$ref": "#/definitions/Tree" } }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": {},
  "definitions": {
    "Egg": { "properties": { "from": { "$ref": "#/definitions/Hen" } } },
    ^^^^^ Only definitions that are not used themselves refer to Egg.
    "Hen": { "properties": { "from": { "$ref": "#/definitions/Egg" } } }
    ^^^^^ Only definitions that are not used themselves refer to Hen.
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/orders": {
      "get": {
        "x-ms-visibility": "internal",
        "responses": { "400": { "schema": { "$ref": "#/definitions/a~1b" } }, "default": { "$ref": "#/responses/Error" } }
      }
    }
  },
  "responses": { "Error": { "schema": { "additionalProperties": { "$ref": "#/definitions/Error%20Text" } } } },
  "definitions": { "a/b": { "type": "object" }, "Error Text": { "type": "string" } }
}
`,
      `{
  "swagger": "2.0",
  "definitions": { "Order": { "type": "object" } },
  "paths": {
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": { "/orders": { "get": { "responses": { "200": { "schema": { "$ref": "#/definitions/Order" } } } } } },
  "definitions": {
    "Order": { "properties": { "leaf": { "$ref": "#/definitions/Leaf" } } },
    "Leaf": { "type": "object", "example": { "$ref": "#/definitions/Tree" } }
  }
}
`,
      undefined,
    ],
  },
});
