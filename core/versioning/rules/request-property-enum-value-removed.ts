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
              "properties": { "size": { "type": "string", "enum": ["S", "M", "L"] } }
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
              "properties": { "size": { "type": "string", "enum": ["S", "M"] } }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-property-enum-value-removed",
  change: "request-property.enum-value-removed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "The list of values of an input field changed: the list lost one.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Steps that send the value that is gone.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: { step: 'AddItem(item: { size: "L" })', before: "accepted", after: "400: size has to be S or M" },
  official: {
    message:
      "An enum value has been removed from the input field. Existing flows may have this value chosen and will continue to send it.",
    valuePath: "operation/{operationId}/parameter/{name}/schema/{field}/enum",
  },
  message: (fact) => `${fact.entity} lost the value ${fact.from}.`,
  examples: [
    { before, after, expect: ["request-property-enum-value-removed"] },
    { before: after, after: before, expect: ["request-property-enum-value-added"] },
  ],
});
