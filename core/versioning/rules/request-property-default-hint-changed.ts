import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-property-default-hint-changed",
  change: "request-property.default-hint-changed",
  families: ["powerplatform", "definition"],
  requires: "patch",
  since: "0.1.0",
  summary: "The default of a required input field changed.",
  why: "It only pre-fills the form of new steps.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The suggested value of ${fact.entity} changed.`,
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
              "required": ["size"],
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
              "required": ["size"],
              "properties": { "size": { "type": "string", "default": "M" } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-property-default-hint-changed"],
    },
  ],
});
