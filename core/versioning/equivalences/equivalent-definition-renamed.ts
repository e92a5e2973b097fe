import { defineEquivalence } from "../equivalence.ts";

export default defineEquivalence({
  id: "equivalent-definition-renamed",
  summary: "A definition has another name, and all references to it follow.",
  why: "Names of definitions are seen by authors and code generators only; what a call sends and gives does not hold them.",
  examples: [
    {
      before: `{
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
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Thing" } } }
      }
    }
  },
  "definitions": {
    "Thing": { "type": "object", "properties": { "name": { "type": "string" } } }
  }
}
`,
    },
  ],
});
