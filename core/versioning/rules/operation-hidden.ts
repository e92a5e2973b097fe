import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "x-ms-visibility": "internal" } }
  }
}
`;

export default defineVersionRule({
  id: "operation-hidden",
  change: "operation.hidden",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "major",
  since: "0.1.0",
  summary: "An operation was hidden.",
  why: "The designer can no longer show the steps that call it.",
  breaks: "People who edit a flow that uses it.",
  todo: "Mark it as deprecated instead, or use the visibility advanced.",
  witness: {
    step: "opening the flow in the designer",
    before: "the step with its inputs",
    after: "an operation that the designer does not know",
  },
  official: {
    message: "The operation has been hidden. This change breaks the designer for existing flows.",
    valuePath: "operation/{operationId}/x-ms-visibility",
  },
  message: (fact) => `${fact.entity} was hidden.`,
  examples: [
    { before, after, expect: ["operation-hidden"] },
    { before: after, after: before, expect: ["operation-unhidden"] },
  ],
});
