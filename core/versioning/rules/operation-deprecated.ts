import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-deprecated",
  change: "operation.deprecated",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "An operation was marked as deprecated.",
  why: "New steps cannot pick it; people must be told.",
  todo: "Name the replacement in its description and publish a minor version.",
  message: (fact) => `${fact.entity} was marked as deprecated.`,
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
    "/items": { "get": { "operationId": "ListItems", "deprecated": true } }
  }
}
`,
      expect: ["operation-deprecated"],
    },
  ],
});
