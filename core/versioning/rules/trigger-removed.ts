import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "x-ms-trigger": "single" } }
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
  id: "trigger-removed",
  change: "trigger.removed",
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "major",
  since: "0.1.0",
  summary: "A trigger became an action.",
  why: "Flows that it started never start again.",
  breaks: "Flows that it starts.",
  todo: "Keep the trigger, or publish a major version.",
  witness: { step: "a new item", before: "starts the flow", after: "nothing starts" },
  message: (fact) => `${fact.entity} is no longer a trigger.`,
  examples: [
    { before, after, expect: ["trigger-removed"] },
    { before: after, after: before, expect: ["trigger-added-to-action"] },
  ],
});
