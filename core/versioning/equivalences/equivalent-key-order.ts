import { defineEquivalence } from "../equivalence.ts";

export default defineEquivalence({
  id: "equivalent-key-order",
  summary: "The members of an object come in another order, or the text is laid out otherwise.",
  why: "Names say what a member is; its place, white space and comments say nothing.",
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "summary": "List items",
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
      after: `{
  "paths": {
    "/items": {
      "get": {
        "responses": {
          "200": {
            "schema": {
              "properties": { "size": { "type": "string" }, "name": { "type": "string" } },
              "type": "object"
            },
            "description": "OK"
          }
        },
        "summary": "List items",
        "operationId": "ListItems"
      }
    }
  }
}
`,
    },
    {
      before: `operations:
  list_items:
    method: GET
    path: /items
`,
      after: `# Items
operations:
  list_items: { path: "/items", method: GET }
`,
    },
  ],
});
