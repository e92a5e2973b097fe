import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "new-required-request-property-with-default",
  change: "request-property.added",
  when: (fact) => fact.required === true && fact.hasDefault === true,
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "A required input field with a default was added.",
  why: "Where the service insists on the field, saved steps fail: they do not send it.",
  todo: "Make it optional; a default is then enough.",
  official: { message: "The required input field has been added. Existing flows will not send this new field." },
  message: (fact) => `Required ${fact.entity} was added; its default does not reach saved steps.`,
  examples: [
    {
      before: `{
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
`,
      after: `{
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
`,
      expect: ["new-required-request-property-with-default"],
    },
  ],
});
