import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-property-became-writable-required",
  change: "request-property.became-writable-required",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A read-only field must be sent now.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  message: (fact) => `${fact.entity} must be sent now.`,
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
              "required": ["size"],
              "properties": { "size": { "type": "string", "readOnly": true } }
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
      expect: ["request-property-became-writable-required"],
    },
  ],
});
