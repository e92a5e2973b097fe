import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-one-of-branch-added",
  change: "request-property.one-of-branch-added",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "One more shape may be sent.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `The ${fact.entity} may also be ${fact.to}.`,
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
            "schema": { "oneOf": [{ "title": "Square", "type": "object" }] }
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
            "schema": { "oneOf": [{ "title": "Square", "type": "object" }, { "title": "Circle", "type": "object" }] }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-one-of-branch-added"],
    },
  ],
});
