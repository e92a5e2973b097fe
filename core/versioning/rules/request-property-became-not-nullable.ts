import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-property-became-not-nullable",
  change: "request-property.became-not-nullable",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "An input field may no longer be null.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  message: (fact) => `${fact.entity} may no longer be null.`,
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
              "properties": { "size": { "type": "string", "x-nullable": true } }
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
              "properties": { "size": { "type": "string" } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-property-became-not-nullable"],
    },
  ],
});
