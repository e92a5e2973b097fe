import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/a": { "get": { "operationId": "A" } }
  }
}
`;
const after = `{
  "paths": {
    "/a": { "get": { "operationId": "A" } },
    "/b": { "get": { "operationId": "B", "x-ms-visibility": "internal" } }
  }
}
`;

export default defineVersionRule({
  id: "internal-operation-added",
  change: "operation.added",
  when: (fact) => fact.internal === true,
  families: ["powerplatform", "definition"],
  direction: "none",
  requires: "patch",
  since: "0.1.0",
  summary: "An internal operation was added.",
  why: "Nobody sees it; it serves other operations.",
  todo: "Publish it as a patch version.",
  message: (fact) => `Internal ${fact.entity} was added.`,
  examples: [
    { before, after, expect: ["internal-operation-added"] },
    { before: after, after: before, expect: ["internal-operation-removed"] },
  ],
});
