import { judgeReference } from "../references.ts";
import { defineRule } from "../rule.ts";
import { swaggerRoot } from "../swagger.ts";

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
    operation({ item, pathItem }, { connector, report }) {
      for (const use of [...item.get("parameters").children(), ...pathItem.get("parameters").children()])
        judgeReference(use.get("$ref"), "#/parameters/", connector, report);
    },
    connector(connector, { report }) {
      for (const parameter of swaggerRoot(connector).get("parameters").children()) {
        const ref = parameter.get("$ref");
        if (ref.isString)
          report({ at: ref.place, message: `The shared parameter ${parameter.key} only refers to "${ref.string}".` });
      }
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
