import { defineEquivalence } from "../equivalence.ts";

export default defineEquivalence({
  id: "equivalent-version-field",
  summary: "Only the version number changed.",
  why: "The number says what changed; by itself it changes nothing.",
  examples: [
    {
      before: `{
  "swagger": "2.0",
  "info": {
    "title": "Items",
    "version": "1.0.0"
  },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      after: `{
  "swagger": "2.0",
  "info": {
    "title": "Items",
    "version": "1.0.1"
  },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
    },
    {
      before: `version: 1.0.0
operations:
  list_items: { method: GET, path: /items }
`,
      after: `version: 1.0.1
operations:
  list_items: { method: GET, path: /items }
`,
    },
  ],
});
