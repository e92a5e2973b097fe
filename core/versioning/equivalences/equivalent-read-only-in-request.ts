import { defineEquivalence } from "../equivalence.ts";

export default defineEquivalence({
  id: "equivalent-read-only-in-request",
  summary: "A field that is only read was added to a body, removed from it, or became required in it.",
  why: "What is only read is never sent; in responses the same edit counts.",
  examples: [
    {
      before: `{
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
              "properties": { "name": { "type": "string" }, "id": { "type": "string", "readOnly": true } }
            }
          }
        ]
      }
    }
  }
}
`,
      after: `{
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
              "required": ["id", "made"],
              "properties": {
                "name": { "type": "string" },
                "id": { "type": "string", "readOnly": true },
                "made": { "type": "string", "readOnly": true }
              }
            }
          }
        ]
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
      "post": {
        "operationId": "AddItem",
        "parameters": [
          {
            "name": "item",
            "in": "body",
            "schema": { "type": "object", "properties": { "name": { "type": "string" } } }
          }
        ]
      }
    }
  }
}
`,
      after: `{
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
              "properties": { "name": { "type": "string" }, "id": { "type": "string", "readOnly": true } }
            }
          }
        ]
      }
    }
  }
}
`,
    },
  ],
});
