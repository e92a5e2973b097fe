import { defineEquivalence } from "../equivalence.ts";

export default defineEquivalence({
  id: "equivalent-parameter-order",
  summary: "The parameters of an operation come in another order.",
  why: "Steps and orchestrations name their inputs. Only generated code that passes them by position would notice.",
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "page", "in": "query", "type": "integer" },
          { "name": "size", "in": "query", "type": "string" }
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
          { "name": "size", "in": "query", "type": "string" },
          { "name": "page", "in": "query", "type": "integer" }
        ]
      }
    }
  }
}
`,
    },
  ],
});
