import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-property-default-added",
  change: "request-property.default-added",
  families: ["powerplatform", "definition"],
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "An optional input field got a default.",
  why: "Steps that leave it out are served as if they had sent it.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} got the default ${fact.to}.`,
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
              "properties": { "size": { "type": "string", "default": "M" } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-property-default-added"],
    },
  ],
});
