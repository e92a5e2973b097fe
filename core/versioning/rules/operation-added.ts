import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/a": { "get": { "operationId": "A" } }
  }
}
`;
const after = `{
  "paths": {
    "/a": { "get": { "operationId": "A" } },
    "/b": { "get": { "operationId": "B" } }
  }
}
`;

export default defineVersionRule({
  id: "operation-added",
  change: "operation.added",
  when: (fact) => !fact.internal,
  families: ["powerplatform", "definition"],
  direction: "none",
  requires: "minor",
  since: "0.1.0",
  summary: "An operation was added.",
  why: "New steps can use it; nothing that exists is touched.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} was added.`,
  examples: [
    { before, after, expect: ["operation-added"] },
    { before: after, after: before, expect: ["operation-removed"] },
  ],
});
