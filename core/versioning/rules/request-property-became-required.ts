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
              "properties": { "size": { "type": "string" } }
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
              "properties": { "size": { "type": "string" } }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-property-became-required",
  change: "request-property.became-required",
  when: (fact) => !fact.hasDefault,
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "An input field became required.",
  why: "Steps that leave it empty fail.",
  breaks: "Steps that leave it empty.",
  todo: "Keep it optional, or publish a major version.",
  witness: { step: 'AddItem(item: { name: "A" }), without size', before: "accepted", after: "400: size is missing" },
  official: {
    message: "The input field has been changed from optional to required.",
    valuePath: "operation/{operationId}/parameter/{name}/schema/{field}/required",
  },
  message: (fact) => `${fact.entity} became required.`,
  examples: [
    { before, after, expect: ["request-property-became-required"] },
    { before: after, after: before, expect: ["request-property-became-optional"] },
  ],
});
