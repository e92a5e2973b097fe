import { defineEquivalence } from "../equivalence.ts";

export default defineEquivalence({
  id: "equivalent-schema-extracted",
  summary: "A schema that stood in place is a definition now and is referred to, or the other way round.",
  why: "A reference stands for what it names.",
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
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Item" } } }
      }
    }
  },
  "definitions": {
    "Item": { "type": "object", "properties": { "name": { "type": "string" } } }
  }
}
`,
    },
  ],
});
