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
              "properties": { "size": { "type": "string", "x-nullable": true } }
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
              "properties": { "size": { "type": "string" } }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-property-became-not-nullable",
  change: "request-property.became-not-nullable",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "An input field may no longer be null.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Steps that send null.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: { step: "AddItem(item: { size: null })", before: "201", after: "400: size must not be null" },
  message: (fact) => `${fact.entity} may no longer be null.`,
  examples: [
    { before, after, expect: ["request-property-became-not-nullable"] },
    { before: after, after: before, expect: ["request-property-became-nullable"] },
  ],
});
