import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "new-required-request-property",
  change: "request-property.added",
  when: (fact) => fact.required === true && !fact.hasDefault,
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A required input field was added.",
  why: "Saved steps do not send it, so their calls fail.",
  todo: "Make it optional, or publish a new operation and a major version.",
  official: { message: "The required input field has been added. Existing flows will not send this new field." },
  message: (fact) => `Required ${fact.entity} was added.`,
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
              "properties": { "name": { "type": "string" }, "size": { "type": "string" } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["new-required-request-property"],
    },
  ],
});
