import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "notification-content-removed",
  change: "trigger.notification-content-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A webhook no longer describes what it sends.",
  why: "Expressions over its fields lose them.",
  todo: "Keep the description.",
  message: (fact) => `The ${fact.entity} is no longer described.`,
  examples: [
    {
      before: `{
  "paths": {
    "/hooks": {
      "x-ms-notification-content": { "schema": { "type": "object" } },
      "post": { "operationId": "OnItem", "x-ms-trigger": "single" }
    }
  }
}
`,
      after: `{
  "paths": {
    "/hooks": { "post": { "operationId": "OnItem", "x-ms-trigger": "single" } }
  }
}
`,
      expect: ["notification-content-removed"],
    },
  ],
});
