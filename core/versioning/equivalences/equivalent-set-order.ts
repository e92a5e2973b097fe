import { defineEquivalence } from "../equivalence.ts";

export default defineEquivalence({
  id: "equivalent-set-order",
  summary:
    "Entries of a list that is a set come in another order: required fields, allowed values, tags, media types, schemes, ways to sign in.",
  why: "Nobody reads a meaning into the order of such a list.",
  examples: [
    {
      before: `{
  "swagger": "2.0",
  "schemes": [
    "https",
    "http"
  ],
  "consumes": [
    "application/json",
    "text/csv"
  ],
  "produces": [
    "application/json",
    "text/csv"
  ],
  "securityDefinitions": {
    "key": { "type": "apiKey", "in": "header", "name": "X-Key" },
    "basic": { "type": "basic" }
  },
  "security": [
    { "key": [] },
    { "basic": [] }
  ],
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          {
            "name": "item",
            "in": "body",
            "schema": {
              "type": "object",
              "required": ["name", "size"],
              "properties": { "name": { "type": "string" }, "size": { "type": "string", "enum": ["S", "M"] } }
            }
          }
        ],
        "tags": ["a", "b"]
      }
    }
  }
}
`,
      after: `{
  "swagger": "2.0",
  "schemes": [
    "http",
    "https"
  ],
  "consumes": [
    "text/csv",
    "application/json"
  ],
  "produces": [
    "text/csv",
    "application/json"
  ],
  "securityDefinitions": {
    "key": { "type": "apiKey", "in": "header", "name": "X-Key" },
    "basic": { "type": "basic" }
  },
  "security": [
    { "basic": [] },
    { "key": [] }
  ],
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          {
            "name": "item",
            "in": "body",
            "schema": {
              "type": "object",
              "required": ["size", "name"],
              "properties": { "name": { "type": "string" }, "size": { "type": "string", "enum": ["M", "S"] } }
            }
          }
        ],
        "tags": ["b", "a"]
      }
    }
  }
}
`,
    },
  ],
});
