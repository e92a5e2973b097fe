import { judgeTwin } from "../dynamic-twins.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "dynamic-properties-with-schema",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary:
    "Where a dynamic schema takes a value from the body, or names properties, x-ms-dynamic-properties stands beside x-ms-dynamic-schema.",
  why: "The older extension knows names of parameters only, and newer designers want the schema and not its properties; without the newer one the fields may not appear.",
  todo: "Add x-ms-dynamic-properties with the same call, the full path of inputs, as in body/appId, and the path to the schema. Keep x-ms-dynamic-schema for older designers.",
  source: "Microsoft Learn, swagger validator errors, section Operations; extending an OpenAPI definition",
  codes: [
    "DynamicPropertiesExtensionRequiredForAmbiguousReferences",
    "DynamicPropertiesExtensionRequiredForNonParameterReferences",
    "DynamicPropertiesExtensionRequiredForPropertiesValuePath",
  ],
  check: { member: { "x-ms-dynamic-schema": judgeTwin } },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/fields": {
      "get": { "operationId": "GetFields", "parameters": [{ "name": "table", "in": "query", "type": "string" }] }
    },
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          {
            "name": "item",
            "in": "body",
            "schema": {
              "properties": {
                "table": { "type": "string" },
                "row": {
                  "type": "object",
                  "x-ms-dynamic-schema": { "operationId": "GetFields", "parameters": { "table": { "parameter": "table" } }, "value-path": "schema" }
                                                                                                               ^^^^^^^ Property row has no x-ms-dynamic-properties: "table" is a property of the body; only x-ms-dynamic-properties can say so.
                }
              }
            }
          }
        ]
      }
    }
  },
  "definitions": {
    "Row": {
      "x-ms-dynamic-schema": { "operationId": "GetFields", "parameters": { "table": { "parameter": "table" } }, "value-path": "schema/properties" }
                                                                                                                              ^^^^^^^^^^^^^^^^^^^ Definition Row has no x-ms-dynamic-properties: "schema/properties" names the properties of a schema; x-ms-dynamic-properties names the schema.
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/fields": {
      "get": { "operationId": "GetFields", "parameters": [{ "name": "table", "in": "query", "type": "string" }] }
    },
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          { "name": "table", "in": "query", "type": "string" },
          {
            "name": "item",
            "in": "body",
            "schema": {
              "x-ms-dynamic-schema": { "operationId": "GetFields", "parameters": { "table": { "parameter": "table" } }, "value-path": "schema" }
            }
          }
        ]
      }
    }
  },
  "definitions": {
    "Row": {
      "x-ms-dynamic-schema": { "operationId": "GetFields", "value-path": "schema/properties" },
      "x-ms-dynamic-properties": { "operationId": "GetFields", "itemValuePath": "schema" }
    },
    "Half": { "x-ms-dynamic-schema": { "operationId": "GetFields", "value-path":  } }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/fields": {
      "get": { "operationId": "GetFields", "parameters": [{ "name": "table", "in": "query", "type": "string" }] }
    },
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          {
            "name": "item",
            "in": "body",
            "schema": {
              "properties": {
                "table": { "type": "string" },
                "row": {
                  "type": "object",
                  "x-ms-dynamic-schema": { "operationId": "GetFields", "parameters": { "table": { "parameter": "table" } }, "value-path": "schema" },
                  "x-ms-dynamic-properties": {
                    "operationId": "GetFields",
                    "parameters": {
                      "table": {
                        "parameterReference": "item/table"
                      }
                    },
                    "itemValuePath": "schema"
                  }
                }
              }
            }
          }
        ]
      }
    }
  },
  "definitions": {
    "Row": {
      "x-ms-dynamic-schema": { "operationId": "GetFields", "parameters": { "table": { "parameter": "table" } }, "value-path": "schema/properties" },
      "x-ms-dynamic-properties": {
        "operationId": "GetFields",
        "parameters": {
          "table": {
            "parameterReference": "table"
          }
        },
        "itemValuePath": "schema"
      }
    }
  }
}
`,
    ],
  },
});
