import { defineEquivalence } from "../equivalence.ts";

export default defineEquivalence({
  id: "equivalent-constraint",
  summary: "The same set of values is described in other words.",
  why: "The same values pass.",
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "size", "in": "query", "type": "integer", "minimum": 1 },
          { "name": "kind", "in": "query", "type": "string", "enum": ["a", "b", "a"] }
        ]
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
        "parameters": [
          {
            "name": "size",
            "in": "query",
            "type": "integer",
            "minimum": 0,
            "exclusiveMinimum": true
          },
          { "name": "kind", "in": "query", "type": "string", "enum": ["a", "b"] }
        ]
      }
    }
  }
}
`,
    },
  ],
});
