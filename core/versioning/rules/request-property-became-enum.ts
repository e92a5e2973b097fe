import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-property-became-enum",
  change: "request-property.became-enum",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The list of values of an input field changed: only listed values are left.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  official: {
    message:
      "The list of enum values has been added to the input field. Existing flows may use values outside of this list.",
  },
  message: (fact) => `${fact.entity} now takes only listed values: ${fact.to}.`,
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
              "properties": { "size": { "type": "string", "enum": ["S", "M"] } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-property-became-enum"],
    },
  ],
});
