import { defineEquivalence } from "../equivalence.ts";

export default defineEquivalence({
  id: "equivalent-recursion",
  summary: "A schema that refers to itself is written out for one more level, or has another name.",
  why: "The same values pass, however deep they go.",
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Node" } } }
      }
    }
  },
  "definitions": {
    "Node": {
      "type": "object",
      "properties": { "name": { "type": "string" }, "next": { "$ref": "#/definitions/Node" } }
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
              "properties": { "name": { "type": "string" }, "next": { "$ref": "#/definitions/Node" } }
            }
          }
        }
      }
    }
  },
  "definitions": {
    "Node": {
      "type": "object",
      "properties": { "name": { "type": "string" }, "next": { "$ref": "#/definitions/Node" } }
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
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Node" } } }
      }
    }
  },
  "definitions": {
    "Node": {
      "type": "object",
      "properties": { "name": { "type": "string" }, "next": { "$ref": "#/definitions/Node" } }
    }
  }
}
`,
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Knot" } } }
      }
    }
  },
  "definitions": {
    "Knot": {
      "type": "object",
      "properties": { "name": { "type": "string" }, "next": { "$ref": "#/definitions/Knot" } }
    }
  }
}
`,
    },
  ],
});
