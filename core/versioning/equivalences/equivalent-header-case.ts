import { defineEquivalence } from "../equivalence.ts";

export default defineEquivalence({
  id: "equivalent-header-case",
  summary: "The name of a header parameter or response header is written in other letter case.",
  why: "HTTP does not tell upper from lower case in the names of headers.",
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "X-Trace", "in": "header", "type": "string" }],
        "responses": { "200": { "description": "OK", "headers": { "X-Total": { "type": "integer" } } } }
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
        "parameters": [{ "name": "x-trace", "in": "header", "type": "string" }],
        "responses": { "200": { "description": "OK", "headers": { "x-total": { "type": "integer" } } } }
      }
    }
  }
}
`,
    },
  ],
});
