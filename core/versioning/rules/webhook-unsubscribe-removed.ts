import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/hooks": {
      "x-ms-notification-content": { "schema": { "type": "object" } },
      "post": { "operationId": "OnItem", "x-ms-trigger": "single" }
    },
    "/hooks/{id}": { "delete": { "operationId": "OffItem", "x-ms-visibility": "internal" } }
  }
}
`;
const after = `{
  "paths": {
    "/hooks": {
      "x-ms-notification-content": { "schema": { "type": "object" } },
      "post": { "operationId": "OnItem", "x-ms-trigger": "single" }
    }
  }
}
`;

export default defineVersionRule({
  id: "webhook-unsubscribe-removed",
  change: "trigger.unsubscribe-removed",
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "major",
  since: "0.1.0",
  summary: "The unsubscribe call of a webhook was removed.",
  why: "Flows that are switched off or deleted cannot take their subscription back.",
  breaks: "Flows that are switched off or deleted.",
  todo: "Keep the internal DELETE operation.",
  witness: {
    step: "switching the flow off",
    before: "the service stops sending",
    after: "the service goes on sending to an address that nobody answers",
  },
  message: (fact) => `The unsubscribe call ${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["webhook-unsubscribe-removed"] },
    { before: after, after: before, expect: ["internal-operation-added"] },
  ],
});
