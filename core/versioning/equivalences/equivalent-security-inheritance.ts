import { defineEquivalence } from "../equivalence.ts";

export default defineEquivalence({
  id: "equivalent-security-inheritance",
  summary: "Ways to sign in moved between the document and its operations.",
  why: "Each operation asks for the same as before.",
  examples: [
    {
      before: `{
  "securityDefinitions": {
    "key": { "type": "apiKey", "in": "header", "name": "X-Key" },
    "basic": { "type": "basic" }
  },
  "security": [
    { "key": [] }
  ],
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      after: `{
  "securityDefinitions": {
    "key": { "type": "apiKey", "in": "header", "name": "X-Key" },
    "basic": { "type": "basic" }
  },
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "security": [{ "key": [] }] } }
  }
}
`,
    },
  ],
});
