import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-property-default-changed",
  change: "request-property.default-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The default of an optional input field changed.",
  why: "Steps that leave the value out get another result than before.",
  todo: "Keep the default, or publish a major version.",
  message: (fact) => `The default of ${fact.entity} changed from ${fact.from} to ${fact.to}.`,
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
              "properties": { "size": { "type": "string", "default": "L" } }
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
              "properties": { "size": { "type": "string", "default": "M" } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-property-default-changed"],
    },
  ],
});
