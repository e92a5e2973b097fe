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
              "properties": { "size": { "type": "string", "default": "M" } }
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
              "properties": { "size": { "type": "string", "default": "M" } }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-property-became-required-with-default",
  change: "request-property.became-required",
  when: (fact) => fact.hasDefault === true,
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "An input field with a default became required.",
  why: "Steps that leave it empty fail where the service insists on it.",
  breaks: "Steps that leave it empty, where the service insists on it.",
  todo: "Keep it optional; a default is then enough.",
  witness: {
    step: 'AddItem(item: { name: "A" }), without size',
    before: "201",
    after: "400 where the service does not fill in the default itself",
  },
  official: {
    message: "The input field has been changed from optional to required.",
    valuePath: "operation/{operationId}/parameter/{name}/schema/{field}/required",
  },
  message: (fact) => `${fact.entity} became required; its default does not reach saved steps.`,
  examples: [
    { before, after, expect: ["request-property-became-required-with-default"] },
    { before: after, after: before, expect: ["request-property-became-optional"] },
  ],
});
