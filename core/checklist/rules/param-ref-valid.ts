import { judgeReference } from "../references.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "param-ref-valid",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every reference of a parameter leads to a shared parameter, and not to another reference.",
  why: "A parameter that cannot be found is never asked for and never sent, and the definition is refused.",
  todo: "Correct the name, or add the parameter under `parameters` at the root. A shared parameter is written out and refers to nothing.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["ParameterReferenceNotFound", "ParameterReferenceNotValid", "ParameterRefLoopNotAllowed"],
  check: {
    member: {
      $ref({ part, value }, { connector, report }) {
        if (part.name !== "parameter" || !value.isString) return;
        if (part.isShared)
          report({
            at: value.place,
            message: `The shared parameter ${part.item.key} only refers to "${value.string}".`,
          });
        else judgeReference(value, "#/parameters/", connector, report);
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "parameters": [{ "$ref": "#/definitions/Item" }],
                               ^^^^^^^^^^^^^^^^^^^^ The reference "#/definitions/Item" has to start with "#/parameters/".
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "$ref": "#/parameters/top" }, { "$ref": "#/parameters/Filter" }]
                                 ^^^^^^^^^^^^^^^^^^ The reference "#/parameters/top" leads nowhere.
                                                                 ^^^^^^^^^^^^^^^^^^^^^ The reference "#/parameters/Filter" leads nowhere.
      },
      "post": { "operationId": "CreateItem" }
    }
  },
  "parameters": {
    "Top": { "name": "top", "in": "query", "type": "integer" },
    "Limit": { "$ref": "#/parameters/Top" }
                       ^^^^^^^^^^^^^^^^^^ The shared parameter Limit only refers to "#/parameters/Top".
  },
  "definitions": { "Item": { "type": "object" } }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "parameters": [{ "$ref": "#/parameters/Number%20of~1items" }] } }
  },
  "parameters": { "Number of/items": { "name": "top", "in": "query", "type": "integer" } }
}
`,
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "parameters": [{ "$ref": "#/parameters/Top" }] } } },
  "parameters": {
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "parameters": [{ "$ref": "#/definitions/Item" }],
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "$ref": "#/parameters/Top" }, { "$ref": "#/parameters/Filter" }]
      },
      "post": { "operationId": "CreateItem" }
    }
  },
  "parameters": {
    "Top": { "name": "top", "in": "query", "type": "integer" },
    "Limit": { "$ref": "#/parameters/Top" }
  },
  "definitions": { "Item": { "type": "object" } }
}
`,
    ],
  },
});
