import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-chunk-transfer-added",
  change: "operation.chunk-transfer-added",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "An operation takes large content in chunks now.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} takes content in chunks now.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      after: `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-capabilities": { "chunkTransfer": true } }
    }
  }
}
`,
      expect: ["operation-chunk-transfer-added"],
    },
  ],
});
