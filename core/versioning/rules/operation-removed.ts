import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-removed",
  change: "operation.removed",
  when: (fact) => !fact.internal && !fact.deprecated,
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "An operation was removed.",
  why: "Every flow and orchestration that calls it stops working.",
  todo: "Keep it and mark it as deprecated in a minor version; remove it in a major one with a migration note.",
  official: { message: "The operation has been deleted. This change breaks existing flows." },
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    {
      before: `{
  "paths": {
    "/a": { "get": { "operationId": "A" } },
    "/b": { "get": { "operationId": "B" } }
  }
}
`,
      after: `{
  "paths": {
    "/a": { "get": { "operationId": "A" } }
  }
}
`,
      expect: ["operation-removed"],
    },
  ],
});
