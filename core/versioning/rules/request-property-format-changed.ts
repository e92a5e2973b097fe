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
              "properties": { "size": { "type": "integer", "format": "int64" } }
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
              "properties": { "size": { "type": "integer", "format": "int32" } }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-property-format-changed",
  change: "request-property.format-changed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "The format of an input field changed: values of another form are expected.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Steps that send the old form.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: {
    step: 'AddItem(item: { since: "2026-01-15T08:00:00Z" })',
    before: "accepted",
    after: "400: since has to be a date without a time",
  },
  official: {
    message:
      "The type format has been changed for the input field. Existing flows will continue to send the field with the old type format.",
    valuePath: "operation/{operationId}/parameter/{name}/schema/{field}/format",
  },
  message: (fact) => `The format of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["request-property-format-changed"] },
    { before: after, after: before, expect: ["request-property-format-generalized"] },
  ],
});
