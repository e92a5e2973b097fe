import { defineEquivalence } from "../equivalence.ts";

export default defineEquivalence({
  id: "equivalent-unused-definition",
  summary: "A definition, parameter or response that nothing refers to was added, changed or removed.",
  why: "No call sends it or gives it.",
  examples: [
    {
      before: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  },
  "definitions": {
    "Old": { "type": "object", "properties": { "name": { "type": "string" } } }
  },
  "parameters": {
    "Size": { "name": "size", "in": "query", "type": "string" }
  },
  "responses": {
    "Gone": { "description": "Gone" }
  }
}
`,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  },
  "definitions": {
    "Other": { "type": "string" }
  }
}
`,
    },
  ],
});
