import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-chunk-transfer-removed",
  change: "operation.chunk-transfer-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "An operation no longer takes content in chunks.",
  why: "Flows with large files fail.",
  todo: "Keep the capability, or publish a major version.",
  message: (fact) => `${fact.entity} no longer takes content in chunks.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-capabilities": { "chunkTransfer": true } }
    }
  }
}
`,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["operation-chunk-transfer-removed"],
    },
  ],
});
