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
  id: "request-additional-properties-allowed",
  change: "request-property.additional-properties-allowed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "minor",
  since: "0.1.0",
  summary: "Unknown input fields are accepted now.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} accepts unknown fields now.`,
  examples: [
    { before, after, expect: ["request-additional-properties-allowed"] },
    { before: after, after: before, expect: ["request-additional-properties-disallowed"] },
  ],
});
