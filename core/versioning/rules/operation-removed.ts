import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/a": { "get": { "operationId": "A" } },
    "/b": { "get": { "operationId": "B" } }
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
  id: "operation-removed",
  change: "operation.removed",
  when: (fact) => !fact.internal && !fact.deprecated,
  families: ["powerplatform", "definition"],
  direction: "none",
  requires: "major",
  since: "0.1.0",
  summary: "An operation was removed.",
  why: "Every flow and orchestration that calls it stops working.",
  breaks: "Every flow and orchestration that calls it.",
  todo: "Keep it and mark it as deprecated in a minor version; remove it in a major one with a migration note.",
  witness: { step: "the step GetItem of a saved flow", before: "200", after: "there is no operation GetItem" },
  official: {
    message: "The operation has been deleted. This change breaks existing flows.",
    valuePath: "operation/{operationId}",
  },
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["operation-removed"] },
    { before: after, after: before, expect: ["operation-added"] },
  ],
});
