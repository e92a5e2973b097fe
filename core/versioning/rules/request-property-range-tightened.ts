import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-property-range-tightened",
  change: "request-property.range-tightened",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The range of values of an input field changed: less is accepted.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  message: (fact) =>
    `The range of values of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
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
              "properties": { "size": { "type": "integer" } }
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
              "properties": { "size": { "type": "integer", "maximum": 100 } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-property-range-tightened"],
    },
  ],
});
