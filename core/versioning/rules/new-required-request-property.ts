import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          {
            "name": "item",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": { "name": { "type": "string" } }
            }
          }
        ]
      }
    }
  }
}
`;
const after = `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          {
            "name": "item",
            "in": "body",
            "schema": {
              "type": "object",
              "required": ["size"],
              "properties": { "name": { "type": "string" }, "size": { "type": "string" } }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "new-required-request-property",
  change: "request-property.added",
  when: (fact) => fact.required === true && !fact.hasDefault,
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "A required input field was added.",
  why: "Saved steps do not send it, so their calls fail.",
  breaks: "Every saved step of the operation.",
  todo: "Make it optional, or publish a new operation and a major version.",
  witness: { step: 'AddItem(item: { name: "A" }), saved before', before: "201", after: "400: size is missing" },
  official: {
    message: "The required input field has been added. Existing flows will not send this new field.",
    valuePath: "operation/{operationId}/parameter/{name}/schema/{field}",
  },
  message: (fact) => `Required ${fact.entity} was added.`,
  examples: [
    { before, after, expect: ["new-required-request-property"] },
    { before: after, after: before, expect: ["request-property-removed"] },
  ],
});
