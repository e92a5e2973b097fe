import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-capabilities": { "chunkTransfer": true } }
    }
  }
}
`;

export default defineVersionRule({
  id: "operation-chunk-transfer-added",
  change: "operation.chunk-transfer-added",
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "minor",
  since: "0.1.0",
  summary: "An operation takes large content in chunks now.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} takes content in chunks now.`,
  examples: [
    { before, after, expect: ["operation-chunk-transfer-added"] },
    { before: after, after: before, expect: ["operation-chunk-transfer-removed"] },
  ],
});
