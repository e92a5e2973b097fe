import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-id-added",
  change: "operation.id-added",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "An operation got an id.",
  why: "It can be picked now.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} got an id.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": { "get": {} }
  }
}
`,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["operation-id-added"],
    },
  ],
});
