import { defineEquivalence } from "../equivalence.ts";

export default defineEquivalence({
  id: "equivalent-parameter-extracted",
  summary: "A parameter that stood in place is shared now and is referred to, or the other way round.",
  why: "A reference stands for what it names.",
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
    "/items": { "get": { "operationId": "ListItems", "parameters": [{ "$ref": "#/parameters/Size" }] } }
  },
  "parameters": {
    "Size": { "name": "size", "in": "query", "type": "string" }
  }
}
`,
    },
  ],
});
