import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-media-type-added",
  change: "response.media-type-added",
  families: ["powerplatform", "definition"],
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "An operation gives one more media type.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  todo: "Publish it as a minor version.",
  message: (fact) => `The ${fact.entity} gained ${fact.to}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "produces": ["application/json"],
        "parameters": [
          { "name": "item", "in": "body", "schema": { "type": "object" } }
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
        "produces": ["application/json", "text/plain"],
        "parameters": [
          { "name": "item", "in": "body", "schema": { "type": "object" } }
        ]
      }
    }
  }
}
`,
      expect: ["response-media-type-added"],
    },
  ],
});
