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
              "properties": { "size": { "type": "string", "format": "date-time" } }
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
  id: "request-property-format-generalized",
  change: "request-property.format-generalized",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "minor",
  since: "0.1.0",
  summary: "The format of an input field changed: values of more forms are accepted.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  official: {
    message:
      "The type format has been changed for the input field. Existing flows will continue to send the field with the old type format.",
    valuePath: "operation/{operationId}/parameter/{name}/schema/{field}/format",
  },
  message: (fact) => `The format of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["request-property-format-generalized"] },
    { before: after, after: before, expect: ["request-property-format-changed"] },
  ],
});
