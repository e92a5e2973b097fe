import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-property-type-changed",
  change: "request-property.type-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The type of an input field changed: values of another kind are expected.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  official: {
    message:
      "The type has been changed for the input field. Existing flows will continue to send the field with the old type.",
  },
  message: (fact) => `The type of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
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
              "properties": { "size": { "type": "boolean" } }
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
              "properties": { "size": { "type": "object" } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-property-type-changed"],
    },
  ],
});
