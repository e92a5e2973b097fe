import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-additional-properties-disallowed",
  change: "request-property.additional-properties-disallowed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "Unknown input fields are refused now.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  message: (fact) => `${fact.entity} refuses unknown fields now.`,
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
              "properties": { "size": { "type": "string" } },
              "additionalProperties": false
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-additional-properties-disallowed"],
    },
  ],
});
