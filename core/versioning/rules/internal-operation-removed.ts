import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "internal-operation-removed",
  change: "operation.removed",
  when: (fact) => fact.internal === true,
  families: ["powerplatform", "definition"],
  requires: "patch",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "An internal operation was removed.",
  why: "Nobody can have picked it in a designer.",
  todo: "Check that no dynamic binding still calls it.",
  official: {
    message: "The operation has been deleted. This change breaks existing flows.",
  },
  message: (fact) => `Internal ${fact.entity} was removed.`,
  examples: [
    {
      before: `{
  "paths": {
    "/a": { "get": { "operationId": "A" } },
    "/b": { "get": { "operationId": "B", "x-ms-visibility": "internal" } }
  }
}
`,
      after: `{
  "paths": {
    "/a": { "get": { "operationId": "A" } }
  }
}
`,
      expect: ["internal-operation-removed"],
    },
  ],
});
