import { defineEquivalence } from "../equivalence.ts";

export default defineEquivalence({
  id: "equivalent-explicit-default",
  summary: "A keyword is written with the value that leaving it out stands for.",
  why: "Leaving it out means the same.",
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "ids", "in": "query", "type": "array", "items": { "type": "string" } },
          { "name": "size", "in": "query", "type": "integer", "maximum": 9 }
        ],
        "responses": {
          "200": {
            "description": "OK",
            "schema": { "type": "object", "properties": { "name": { "type": "string" } } }
          }
        }
      }
    }
  }
}
`,
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "deprecated": false,
        "parameters": [
          {
            "name": "ids",
            "in": "query",
            "required": false,
            "type": "array",
            "items": { "type": "string" },
            "collectionFormat": "csv",
            "uniqueItems": false
          },
          {
            "name": "size",
            "in": "query",
            "type": "integer",
            "maximum": 9,
            "exclusiveMaximum": false,
            "x-ms-visibility": "none"
          }
        ],
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "properties": { "name": { "type": "string" } },
              "additionalProperties": true
            }
          }
        }
      }
    }
  }
}
`,
    },
  ],
});
