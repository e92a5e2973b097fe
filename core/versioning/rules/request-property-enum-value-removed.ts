import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-property-enum-value-removed",
  change: "request-property.enum-value-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The list of values of an input field changed: the list lost one.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  official: {
    message:
      "An enum value has been removed from the input field. Existing flows may have this value chosen and will continue to send it.",
  },
  message: (fact) => `${fact.entity} lost the value ${fact.from}.`,
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
              "properties": { "size": { "type": "string", "enum": ["S", "M", "L"] } }
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
              "properties": { "size": { "type": "string", "enum": ["S", "M"] } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-property-enum-value-removed"],
    },
  ],
});
