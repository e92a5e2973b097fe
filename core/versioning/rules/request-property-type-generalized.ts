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
              "properties": { "size": { "type": "integer" } }
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
              "properties": { "size": { "type": "number" } }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-property-type-generalized",
  change: "request-property.type-generalized",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "minor",
  since: "0.1.0",
  summary: "The type of an input field changed: values of more kinds are accepted.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  official: {
    message:
      "The type has been changed for the input field. Existing flows will continue to send the field with the old type.",
    valuePath: "operation/{operationId}/parameter/{name}/schema/{field}/type",
  },
  message: (fact) => `The type of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["request-property-type-generalized"] },
    { before: after, after: before, expect: ["request-property-type-changed"] },
  ],
});
