import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-unhidden",
  change: "operation.unhidden",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "A hidden operation became visible.",
  why: "It can be picked now.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} became visible.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "x-ms-visibility": "internal" } }
  }
}
`,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["operation-unhidden"],
    },
  ],
});
