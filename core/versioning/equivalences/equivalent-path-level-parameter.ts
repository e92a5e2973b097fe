import { defineEquivalence } from "../equivalence.ts";

export default defineEquivalence({
  id: "equivalent-path-level-parameter",
  summary: "A parameter moved from an operation to its path, where all operations have it, or back.",
  why: "Each operation takes the same inputs as before.",
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string" }]
      }
    }
  }
}
`,
      after: `{
  "paths": {
    "/items": {
      "parameters": [{ "name": "size", "in": "query", "type": "string" }],
      "get": { "operationId": "ListItems" }
    }
  }
}
`,
    },
  ],
});
