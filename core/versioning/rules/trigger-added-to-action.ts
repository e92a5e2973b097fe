import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "x-ms-trigger": "single" } }
  }
}
`;

export default defineVersionRule({
  id: "trigger-added-to-action",
  change: "trigger.added",
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "major",
  since: "0.1.0",
  summary: "An action became a trigger.",
  why: "Flows that call it as an action no longer can.",
  breaks: "Flows that call it as an action.",
  todo: "Add a trigger beside the action.",
  witness: { step: "the step GetItems of a saved flow", before: "200", after: "it is a trigger, and no step" },
  message: (fact) => `${fact.entity} became a trigger.`,
  examples: [
    { before, after, expect: ["trigger-added-to-action"] },
    { before: after, after: before, expect: ["trigger-removed"] },
  ],
});
