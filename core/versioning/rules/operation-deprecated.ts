import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "deprecated": true } }
  }
}
`;

export default defineVersionRule({
  id: "operation-deprecated",
  change: "operation.deprecated",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "minor",
  since: "0.1.0",
  summary: "An operation was marked as deprecated.",
  why: "New steps cannot pick it; people must be told.",
  todo: "Name the replacement in its description and publish a minor version.",
  message: (fact) => `${fact.entity} was marked as deprecated.`,
  examples: [
    { before, after, expect: ["operation-deprecated"] },
    { before: after, after: before, expect: ["operation-undeprecated"] },
    {
      before,
      after: after.replace('"deprecated": true', '"deprecated": true, "x-sunset": "2099-06-30"'),
      expect: ["operation-deprecated"],
    },
  ],
});
