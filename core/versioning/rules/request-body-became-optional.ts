import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-body-became-optional",
  change: "request-body.became-optional",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "The body of an operation became optional.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `The ${fact.entity} became optional.`,
  examples: [
    {
      before: `{
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
      after: `{
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
      expect: ["request-body-became-optional"],
    },
  ],
});
