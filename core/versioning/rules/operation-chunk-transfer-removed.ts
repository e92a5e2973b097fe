import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-capabilities": { "chunkTransfer": true } }
    }
  }
}
`;
const after = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "operation-chunk-transfer-removed",
  change: "operation.chunk-transfer-removed",
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "major",
  since: "0.1.0",
  summary: "An operation no longer takes content in chunks.",
  why: "Flows with large files fail.",
  breaks: "Flows that move large files.",
  todo: "Keep the capability, or publish a major version.",
  witness: { step: "Upload(file of 200 MB)", before: "201, sent in pieces", after: "413: too large for one message" },
  message: (fact) => `${fact.entity} no longer takes content in chunks.`,
  examples: [
    { before, after, expect: ["operation-chunk-transfer-removed"] },
    { before: after, after: before, expect: ["operation-chunk-transfer-added"] },
  ],
});
