import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-property-became-required-with-default",
  change: "request-property.became-required",
  when: (fact) => fact.hasDefault === true,
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "An input field with a default became required.",
  why: "Steps that leave it empty fail where the service insists on it.",
  todo: "Keep it optional; a default is then enough.",
  official: { message: "The input field has been changed from optional to required." },
  message: (fact) => `${fact.entity} became required; its default does not reach saved steps.`,
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
              "properties": { "size": { "type": "string", "default": "M" } }
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
              "properties": { "size": { "type": "string", "default": "M" } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-property-became-required-with-default"],
    },
  ],
});
