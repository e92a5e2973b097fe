import { defineVersionRule } from "../rule.ts";

const before = `{
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
`;
const after = `{
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
`;

export default defineVersionRule({
  id: "request-body-media-type-removed",
  change: "request-body.media-type-removed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "An operation no longer takes a media type.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Calls that send the type that is gone.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: {
    step: "AddItem(…) with Content-Type: text/csv",
    before: "201",
    after: "415: only application/json is accepted",
  },
  message: (fact) => `The ${fact.entity} lost ${fact.from}.`,
  examples: [
    { before, after, expect: ["request-body-media-type-removed"] },
    { before: after, after: before, expect: ["request-body-media-type-added"] },
  ],
});
