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
              "properties": { "name": { "type": "string" }, "size": { "type": "string", "default": "M" } }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "new-required-request-property-with-default",
  change: "request-property.added",
  when: (fact) => fact.required === true && fact.hasDefault === true,
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "A required input field with a default was added.",
  why: "Where the service insists on the field, saved steps fail: they do not send it.",
  breaks: "Saved steps, where the service insists on the field.",
  todo: "Make it optional; a default is then enough.",
  witness: {
    step: 'AddItem(item: { name: "A" }), saved before',
    before: "201",
    after: "400 where the service does not fill in the default itself",
  },
  official: {
    message: "The required input field has been added. Existing flows will not send this new field.",
    valuePath: "operation/{operationId}/parameter/{name}/schema/{field}",
  },
  message: (fact) => `Required ${fact.entity} was added; its default does not reach saved steps.`,
  examples: [
    { before, after, expect: ["new-required-request-property-with-default"] },
    { before: after, after: before, expect: ["request-property-removed"] },
  ],
});
