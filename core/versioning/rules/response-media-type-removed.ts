import { defineVersionRule } from "../rule.ts";

const before = `{
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
`;
const after = `{
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
`;

export default defineVersionRule({
  id: "response-media-type-removed",
  change: "response.media-type-removed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  since: "0.1.0",
  summary: "An operation no longer gives a media type.",
  why: "Steps that read the field may receive values that they were not built for.",
  breaks: "Callers that ask for the type that is gone.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  witness: {
    step: "GetReport(…) with Accept: text/csv",
    before: "200, a table",
    after: "406: only application/json is given",
  },
  message: (fact) => `The ${fact.entity} lost ${fact.from}.`,
  examples: [
    { before, after, expect: ["response-media-type-removed"] },
    { before: after, after: before, expect: ["response-media-type-added"] },
  ],
});
