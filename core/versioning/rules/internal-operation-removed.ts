import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/a": { "get": { "operationId": "A" } },
    "/b": { "get": { "operationId": "B", "x-ms-visibility": "internal" } }
  }
}
`;
const after = `{
  "paths": {
    "/a": { "get": { "operationId": "A" } }
  }
}
`;

export default defineVersionRule({
  id: "internal-operation-removed",
  change: "operation.removed",
  when: (fact) => fact.internal === true,
  families: ["powerplatform", "definition"],
  direction: "none",
  requires: "patch",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "An internal operation was removed.",
  why: "Nobody can have picked it in a designer.",
  breaks: "Flows that were made when it was still visible, and dynamic lists that call it.",
  todo: "Check that no dynamic binding still calls it.",
  witness: {
    step: "GetLists(), called for a list of values",
    before: "200",
    after: "the list stays empty: the operation does not exist",
  },
  official: {
    message: "The operation has been deleted. This change breaks existing flows.",
    valuePath: "operation/{operationId}",
  },
  message: (fact) => `Internal ${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["internal-operation-removed"] },
    { before: after, after: before, expect: ["internal-operation-added"] },
  ],
});
