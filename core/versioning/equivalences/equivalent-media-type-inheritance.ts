import { defineEquivalence } from "../equivalence.ts";

export default defineEquivalence({
  id: "equivalent-media-type-inheritance",
  summary:
    "Media types moved between the document and its operations, or are written in other letter case; what operations without a body consume does not count.",
  why: "Each operation takes and gives the same types as before.",
  examples: [
    {
      before: `{
  "produces": [
    "application/json"
  ],
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "produces": ["Application/JSON"] } }
  }
}
`,
    },
    {
      before: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "consumes": ["application/json"] } }
  }
}
`,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
    },
  ],
});
