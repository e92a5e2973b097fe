import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-added",
  change: "operation.added",
  when: (fact) => !fact.internal,
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "An operation was added.",
  why: "New steps can use it; nothing that exists is touched.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} was added.`,
  examples: [
    {
      before: `{
  "paths": {
    "/a": { "get": { "operationId": "A" } }
  }
}
`,
      after: `{
  "paths": {
    "/a": { "get": { "operationId": "A" } },
    "/b": { "get": { "operationId": "B" } }
  }
}
`,
      expect: ["operation-added"],
    },
  ],
});
