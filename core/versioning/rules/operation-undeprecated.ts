import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "deprecated": true } }
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
  id: "operation-undeprecated",
  change: "operation.undeprecated",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "minor",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "An operation is no longer deprecated.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} is no longer deprecated.`,
  examples: [
    { before, after, expect: ["operation-undeprecated"] },
    { before: after, after: before, expect: ["operation-deprecated"] },
  ],
});
