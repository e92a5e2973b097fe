import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/hooks": { "post": { "operationId": "OnItem", "x-ms-trigger": "single" } }
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
  id: "notification-content-added",
  change: "trigger.notification-content-added",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "A webhook describes what it sends now.",
  why: "The body of the trigger gets another shape in expressions.",
  breaks: "Expressions over the body of the trigger.",
  todo: "Publish it as a major version.",
  witness: { step: "triggerBody()", before: "the raw text that arrived", after: "an object with the described fields" },
  message: (fact) => `The ${fact.entity} is described now.`,
  examples: [
    { before, after, expect: ["notification-content-added"] },
    { before: after, after: before, expect: ["notification-content-removed"] },
  ],
});
