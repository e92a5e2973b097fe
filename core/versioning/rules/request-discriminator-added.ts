import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-discriminator-added",
  change: "request-property.discriminator-added",
  families: ["powerplatform", "definition"],
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "A field tells the kinds of an object apart now.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} is told apart by ${fact.to} now.`,
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
              "properties": { "kind": { "type": "string" }, "sort": { "type": "string" } }
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
              "discriminator": "kind"
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-discriminator-added"],
    },
  ],
});
