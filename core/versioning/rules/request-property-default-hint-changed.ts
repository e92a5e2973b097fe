import { defineVersionRule } from "../rule.ts";

const before = `{
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
`;
const after = `{
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
`;

export default defineVersionRule({
  id: "request-property-default-hint-changed",
  change: "request-property.default-hint-changed",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "The default of a required input field changed.",
  why: "It only pre-fills the form of new steps.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The suggested value of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["request-property-default-hint-changed"] },
    {
      before,
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
              "properties": { "size": { "type": "string", "x-ms-summary": "Size" } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-property-description-changed"],
    },
  ],
});
