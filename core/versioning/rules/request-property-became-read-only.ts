import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-property-became-read-only",
  change: "request-property.became-read-only",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "An input field became read-only.",
  why: "What saved steps send for it is ignored.",
  todo: "Keep it writable, or publish a major version.",
  message: (fact) => `${fact.entity} became read-only.`,
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
              "properties": { "size": { "type": "string", "readOnly": true } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-property-became-read-only"],
    },
  ],
});
