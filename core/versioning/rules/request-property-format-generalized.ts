import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-property-format-generalized",
  change: "request-property.format-generalized",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "The format of an input field changed: values of more forms are accepted.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `The format of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
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
              "properties": { "size": { "type": "string", "format": "date-time" } }
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
              "properties": { "size": { "type": "string" } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-property-format-generalized"],
    },
  ],
});
