import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-body-became-required",
  change: "request-body.became-required",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The body of an operation became required.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  message: (fact) => `The ${fact.entity} became required.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
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
        "parameters": [
          { "name": "item", "in": "body", "required": true, "schema": { "type": "object" } }
        ]
      }
    }
  }
}
`,
      expect: ["request-body-became-required"],
    },
  ],
});
