import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-body-media-type-removed",
  change: "request-body.media-type-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "An operation no longer takes a media type.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  message: (fact) => `The ${fact.entity} lost ${fact.from}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "consumes": ["application/json", "text/plain"],
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
        "consumes": ["application/json"],
        "parameters": [
          { "name": "item", "in": "body", "schema": { "type": "object" } }
        ]
      }
    }
  }
}
`,
      expect: ["request-body-media-type-removed"],
    },
  ],
});
