import { defineVersionRule } from "../rule.ts";

const before = `{
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
const after = `{
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

export default defineVersionRule({
  id: "response-media-type-added",
  change: "response.media-type-added",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "An operation gives one more media type.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  breaks: "Steps that take every answer for the known type.",
  todo: "Publish it as a minor version.",
  witness: { step: "body('GetItem')?['name']", before: '"A"', after: "fails: the answer is XML" },
  message: (fact) => `The ${fact.entity} gained ${fact.to}.`,
  examples: [
    { before, after, expect: ["response-media-type-added"] },
    { before: after, after: before, expect: ["response-media-type-removed"] },
  ],
});
