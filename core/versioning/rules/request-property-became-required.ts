import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-property-became-required",
  change: "request-property.became-required",
  when: (fact) => !fact.hasDefault,
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "An input field became required.",
  why: "Steps that leave it empty fail.",
  todo: "Keep it optional, or publish a major version.",
  official: { message: "The input field has been changed from optional to required." },
  message: (fact) => `${fact.entity} became required.`,
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
              "properties": { "size": { "type": "string" } }
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
              "properties": { "size": { "type": "string" } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-property-became-required"],
    },
  ],
});
