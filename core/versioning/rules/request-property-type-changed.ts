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
              "properties": { "size": { "type": "boolean" } }
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
              "properties": { "size": { "type": "object" } }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-property-type-changed",
  change: "request-property.type-changed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "The type of an input field changed: values of another kind are expected.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Steps that send a value of the old type.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: {
    step: 'AddItem(item: { size: "large" })',
    before: "accepted",
    after: "400: size has to be a whole number",
  },
  official: {
    message:
      "The type has been changed for the input field. Existing flows will continue to send the field with the old type.",
    valuePath: "operation/{operationId}/parameter/{name}/schema/{field}/type",
  },
  message: (fact) => `The type of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["request-property-type-changed"] },
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
              "properties": { "size": { "type": "boolean", "x-nullable": false } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: [],
    },
  ],
});
