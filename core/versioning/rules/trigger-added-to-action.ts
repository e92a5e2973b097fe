import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "trigger-added-to-action",
  change: "trigger.added",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "An action became a trigger.",
  why: "Flows that call it as an action no longer can.",
  todo: "Add a trigger beside the action.",
  message: (fact) => `${fact.entity} became a trigger.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "x-ms-trigger": "single" } }
  }
}
`,
      expect: ["trigger-added-to-action"],
    },
  ],
});
