import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-property-format-changed",
  change: "request-property.format-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The format of an input field changed: values of another form are expected.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  official: {
    message:
      "The type format has been changed for the input field. Existing flows will continue to send the field with the old type format.",
  },
  message: (fact) => `The format of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
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
              "properties": { "size": { "type": "integer", "format": "int64" } }
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
              "properties": { "size": { "type": "integer", "format": "int32" } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-property-format-changed"],
    },
  ],
});
