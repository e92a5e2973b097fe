import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "post": { "operationId": "AddItem", "parameters": [] } }
  }
}
`;
const after = `{
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
`;

export default defineVersionRule({
  id: "request-body-added-required",
  change: "request-body.added",
  when: (fact) => fact.required === true,
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "An operation demands a body now.",
  why: "Saved steps send none, so their calls fail.",
  breaks: "Every saved step of the operation.",
  todo: "Make the body optional, or publish a new operation and a major version.",
  witness: { step: "AddItem(), saved before", before: "201", after: "400: the body is missing" },
  official: {
    message: "The required parameter has been added.",
    valuePath: "operation/{operationId}/parameter/{name}",
  },
  message: (fact) => `A required ${fact.entity} was added.`,
  examples: [
    { before, after, expect: ["request-body-added-required"] },
    { before: after, after: before, expect: ["request-body-removed"] },
  ],
});
