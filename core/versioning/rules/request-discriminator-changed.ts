import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-discriminator-changed",
  change: "request-property.discriminator-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "Another field tells the kinds of an object apart.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  message: (fact) => `${fact.entity} is told apart by ${fact.to} instead of ${fact.from}.`,
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
              "required": ["kind", "sort"],
              "properties": { "kind": { "type": "string" }, "sort": { "type": "string" } },
              "discriminator": "kind"
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
              "required": ["kind", "sort"],
              "properties": { "kind": { "type": "string" }, "sort": { "type": "string" } },
              "discriminator": "sort"
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-discriminator-changed"],
    },
  ],
});
