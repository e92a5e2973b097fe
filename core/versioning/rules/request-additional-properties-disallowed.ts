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
              "properties": { "size": { "type": "string" } },
              "additionalProperties": false
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-additional-properties-disallowed",
  change: "request-property.additional-properties-disallowed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "Unknown input fields are refused now.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Calls that send fields of their own.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: { step: 'AddItem(item: { name: "A", colour: "red" })', before: "201", after: "400: colour is not allowed" },
  message: (fact) => `${fact.entity} refuses unknown fields now.`,
  examples: [
    { before, after, expect: ["request-additional-properties-disallowed"] },
    { before: after, after: before, expect: ["request-additional-properties-allowed"] },
  ],
});
