import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-property-hidden",
  change: "request-property.hidden",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "An input field was hidden.",
  why: "People can no longer see or change the value that their steps hold.",
  todo: "Use the visibility advanced instead of internal.",
  message: (fact) => `${fact.entity} was hidden.`,
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
              "properties": { "size": { "type": "string", "x-ms-visibility": "internal" } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-property-hidden"],
    },
  ],
});
