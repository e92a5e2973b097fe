import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "trigger-removed",
  change: "trigger.removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A trigger became an action.",
  why: "Flows that it started never start again.",
  todo: "Keep the trigger, or publish a major version.",
  message: (fact) => `${fact.entity} is no longer a trigger.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "x-ms-trigger": "single" } }
  }
}
`,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["trigger-removed"],
    },
  ],
});
