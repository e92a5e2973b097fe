import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-body-added-required",
  change: "request-body.added",
  when: (fact) => fact.required === true,
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "An operation demands a body now.",
  why: "Saved steps send none, so their calls fail.",
  todo: "Make the body optional, or publish a new operation and a major version.",
  official: { message: "The required parameter has been added." },
  message: (fact) => `A required ${fact.entity} was added.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": { "post": { "operationId": "AddItem", "parameters": [] } }
  }
}
`,
      after: `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          { "name": "item", "in": "body", "required": true, "schema": { "type": "object" } }
        ]
      }
    }
  }
}
`,
      expect: ["request-body-added-required"],
    },
  ],
});
