import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-undeprecated",
  change: "operation.undeprecated",
  families: ["powerplatform", "definition"],
  requires: "minor",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "An operation is no longer deprecated.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} is no longer deprecated.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "deprecated": true } }
  }
}
`,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["operation-undeprecated"],
    },
  ],
});
