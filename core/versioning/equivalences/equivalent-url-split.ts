import { defineEquivalence } from "../equivalence.ts";

export default defineEquivalence({
  id: "equivalent-url-split",
  summary: "The beginning of the address moved between the base path and the paths.",
  why: "Calls go to the same address as before.",
  examples: [
    {
      before: `{
  "swagger": "2.0",
  "basePath": "/v1",
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      after: `{
  "swagger": "2.0",
  "paths": {
    "/v1/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
    },
    {
      before: `{
  "swagger": "2.0",
  "basePath": "/",
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      after: `{
  "swagger": "2.0",
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
    },
  ],
});
