import { judgeTwin } from "../dynamic-twins.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "dynamic-list-with-values",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Where a dynamic list takes a value from the body, x-ms-dynamic-list stands beside x-ms-dynamic-values.",
  why: "The older extension knows names of parameters only; whether a property of the body is meant it cannot say, and the list may stay empty.",
  todo: "Add x-ms-dynamic-list with the same call, and write the full path there, as in body/appId. Keep x-ms-dynamic-values for older designers.",
  source: "Microsoft Learn, swagger validator errors, section Operations; extending an OpenAPI definition",
  codes: [
    "DynamicListExtensionRequiredForAmbiguousReferences",
    "DynamicListExtensionRequiredForNonParameterReferences",
    "OperationParameterNameIsAmbiguous",
  ],
  check: { member: { "x-ms-dynamic-values": judgeTwin } },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/boards": {
      "get": { "operationId": "ListBoards", "parameters": [{ "name": "site", "in": "query", "type": "string" }] }
    },
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          { "name": "region", "in": "query", "type": "string" },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "properties": {
                "region": { "type": "string" },
                "place": { "properties": { "id": { "type": "string" } } },
                "board": {
                  "type": "string",
                  "x-ms-dynamic-values": { "operationId": "ListBoards", "parameters": { "site": { "parameter": "region" } }, "value-path": "id" }
                                                                                                               ^^^^^^^^ Property board has no x-ms-dynamic-list: "region" is both a parameter and a property of the body; only x-ms-dynamic-list can say so.
                },
                "other": {
                  "type": "string",
                  "x-ms-dynamic-values": { "operationId": "ListBoards", "value-collection": "value", "value-path": "id", "value-title": "name", "parameters": { "site": { "parameter": "place/id" }, "top": 5 } }
                                                                                                                                                                                       ^^^^^^^^^^ Property other has no x-ms-dynamic-list: "place/id" is a property of the body; only x-ms-dynamic-list can say so.
                }
              }
            }
          }
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
      "get": { "operationId": "ListBoards", "parameters": [{ "name": "site", "in": "query", "type": "string" }] }
    },
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          { "name": "region", "in": "query", "type": "string" },
          {
            "name": "board",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": { "operationId": "ListBoards", "parameters": { "site": { "parameter": "region" } } }
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "properties": {
                "place": { "type": "string" },
                "other": {
                  "type": "string",
                  "x-ms-dynamic-values": { "operationId": "ListBoards", "parameters": { "site": { "parameter": "place" } } },
                  "x-ms-dynamic-list": { "operationId": "ListBoards", "parameters": { "site": { "parameterReference": "body/place" } } }
                },
                "file": { "type": "string", "x-ms-dynamic-values": { "capability": "file-picker", "parameters": { "site": { "parameter": "place" } } } }
              }
            }
          }
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
      "get": { "operationId": "ListBoards", "parameters": [{ "name": "site", "in": "query", "type": "string" }] }
    },
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          { "name": "region", "in": "query", "type": "string" },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "properties": {
                "region": { "type": "string" },
                "place": { "properties": { "id": { "type": "string" } } },
                "board": {
                  "type": "string",
                  "x-ms-dynamic-values": { "operationId": "ListBoards", "parameters": { "site": { "parameter": "region" } }, "value-path": "id" },
                  "x-ms-dynamic-list": {
                    "operationId": "ListBoards",
                    "parameters": {
                      "site": {
                        "parameterReference": "region"
                      }
                    },
                    "itemValuePath": "id"
                  }
                },
                "other": {
                  "type": "string",
                  "x-ms-dynamic-values": { "operationId": "ListBoards", "value-collection": "value", "value-path": "id", "value-title": "name", "parameters": { "site": { "parameter": "place/id" }, "top": 5 } },
                  "x-ms-dynamic-list": {
                    "operationId": "ListBoards",
                    "parameters": {
                      "site": {
                        "parameterReference": "body/place/id"
                      },
                      "top": {
                        "value": 5
                      }
                    },
                    "itemsPath": "value",
                    "itemValuePath": "id",
                    "itemTitlePath": "name"
                  }
                }
              }
            }
          }
        ]
      }
    }
  }
}
`,
    ],
  },
});
