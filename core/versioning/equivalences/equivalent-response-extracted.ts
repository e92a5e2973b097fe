import { defineEquivalence } from "../equivalence.ts";

export default defineEquivalence({
  id: "equivalent-response-extracted",
  summary: "A response that stood in place is shared now and is referred to, or the other way round.",
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
      "get": { "operationId": "ListItems", "responses": { "200": { "$ref": "#/responses/Item" } } }
    }
  },
  "responses": {
    "Item": {
      "description": "OK",
      "schema": { "type": "object", "properties": { "name": { "type": "string" } } }
    }
  }
}
`,
    },
  ],
});
