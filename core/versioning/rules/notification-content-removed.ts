import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/hooks": {
      "x-ms-notification-content": { "schema": { "type": "object" } },
      "post": { "operationId": "OnItem", "x-ms-trigger": "single" }
    }
  }
}
`;
const after = `{
  "paths": {
    "/hooks": { "post": { "operationId": "OnItem", "x-ms-trigger": "single" } }
  }
}
`;

export default defineVersionRule({
  id: "notification-content-removed",
  change: "trigger.notification-content-removed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  since: "0.1.0",
  summary: "A webhook no longer describes what it sends.",
  why: "Expressions over its fields lose them.",
  breaks: "Expressions over the fields of the trigger.",
  todo: "Keep the description.",
  witness: { step: "triggerBody()?['id']", before: "7", after: "the designer does not know id any more" },
  message: (fact) => `The ${fact.entity} is no longer described.`,
  examples: [
    { before, after, expect: ["notification-content-removed"] },
    { before: after, after: before, expect: ["notification-content-added"] },
  ],
});
