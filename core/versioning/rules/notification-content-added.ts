import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "notification-content-added",
  change: "trigger.notification-content-added",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "A webhook describes what it sends now.",
  why: "The body of the trigger gets another shape in expressions.",
  todo: "Publish it as a major version.",
  message: (fact) => `The ${fact.entity} is described now.`,
  examples: [
    {
      before: `{
  "paths": {
    "/hooks": { "post": { "operationId": "OnItem", "x-ms-trigger": "single" } }
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
      expect: ["notification-content-added"],
    },
  ],
});
