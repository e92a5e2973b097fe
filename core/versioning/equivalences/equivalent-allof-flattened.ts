import { defineEquivalence } from "../equivalence.ts";

export default defineEquivalence({
  id: "equivalent-allof-flattened",
  summary:
    "A schema that was composed with allOf is written in one piece, or the other way round; a member twice, or one with texts only, adds nothing.",
  why: "The same values pass.",
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "allOf": [
                { "type": "object", "properties": { "name": { "type": "string" } } },
                { "properties": { "size": { "type": "string" } } }
              ]
            }
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
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "properties": { "name": { "type": "string" }, "size": { "type": "string" } }
            }
          }
        }
      }
    }
  }
}
`,
    },
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "allOf": [
                { "type": "object", "properties": { "name": { "type": "string" } } },
                { "type": "object", "properties": { "name": { "type": "string" } } }
              ]
            }
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
    },
  ],
});
