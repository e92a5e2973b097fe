import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-api-annotation": { "status": "Production" } }
    }
  }
}
`;
const after = `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-api-annotation": { "status": "Preview" } }
    }
  }
}
`;

export default defineVersionRule({
  id: "operation-status-demoted",
  change: "operation.status-demoted",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "An operation went from production back to preview.",
  why: "People who rely on it must be told.",
  breaks: "Enterprises that allow only operations that are in production.",
  todo: "Publish it as a minor version.",
  witness: {
    step: "ListItems() where previews are forbidden",
    before: "200",
    after: "refused: the operation is a preview",
  },
  message: (fact) => `${fact.entity} went from production back to preview.`,
  examples: [
    { before, after, expect: ["operation-status-demoted"] },
    { before: after, after: before, expect: ["operation-annotation-changed"] },
  ],
});
