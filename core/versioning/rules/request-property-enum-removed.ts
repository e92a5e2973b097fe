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
              "properties": { "size": { "type": "string", "enum": ["S", "M"] } }
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
  id: "request-property-enum-removed",
  change: "request-property.enum-removed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "minor",
  since: "0.1.0",
  summary: "The list of values of an input field changed: the list of values is gone.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} is no longer limited to listed values.`,
  examples: [
    { before, after, expect: ["request-property-enum-removed"] },
    { before: after, after: before, expect: ["request-property-became-enum"] },
  ],
});
