import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "webhook-unsubscribe-removed",
  change: "trigger.unsubscribe-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The unsubscribe call of a webhook was removed.",
  why: "Flows that are switched off or deleted cannot take their subscription back.",
  todo: "Keep the internal DELETE operation.",
  message: (fact) => `The unsubscribe call ${fact.entity} was removed.`,
  examples: [
    {
      before: `{
  "paths": {
    "/hooks": {
      "x-ms-notification-content": { "schema": { "type": "object" } },
      "post": { "operationId": "OnItem", "x-ms-trigger": "single" }
    },
    "/hooks/{id}": { "delete": { "operationId": "OffItem", "x-ms-visibility": "internal" } }
  }
}
`,
      after: `{
  "paths": {
    "/hooks": {
      "x-ms-notification-content": { "schema": { "type": "object" } },
      "post": { "operationId": "OnItem", "x-ms-trigger": "single" }
    }
  }
}
`,
      expect: ["webhook-unsubscribe-removed"],
    },
  ],
});
