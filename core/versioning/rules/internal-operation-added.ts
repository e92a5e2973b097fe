import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "internal-operation-added",
  change: "operation.added",
  when: (fact) => fact.internal === true,
  families: ["powerplatform", "definition"],
  requires: "patch",
  since: "0.1.0",
  summary: "An internal operation was added.",
  why: "Nobody sees it; it serves other operations.",
  todo: "Publish it as a patch version.",
  message: (fact) => `Internal ${fact.entity} was added.`,
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
    "/b": { "get": { "operationId": "B", "x-ms-visibility": "internal" } }
  }
}
`,
      expect: ["internal-operation-added"],
    },
  ],
});
