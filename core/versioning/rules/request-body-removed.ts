import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-body-removed",
  change: "request-body.removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The body of an operation was removed.",
  why: "Everything that saved steps put into it is lost.",
  todo: "Keep it and ignore it, or publish a major version.",
  message: (fact) => `The ${fact.entity} was removed.`,
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
    "/items": { "post": { "operationId": "AddItem", "parameters": [] } }
  }
}
`,
      expect: ["request-body-removed"],
    },
  ],
});
