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
  id: "request-property-became-enum",
  change: "request-property.became-enum",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "The list of values of an input field changed: only listed values are left.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Calls with a value that is not in the list.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: { step: 'AddItem(item: { size: "XL" })', before: "accepted", after: "400: size has to be S or M" },
  official: {
    message:
      "The list of enum values has been added to the input field. Existing flows may use values outside of this list.",
    valuePath: "operation/{operationId}/parameter/{name}/schema/{field}/enum",
  },
  message: (fact) => `${fact.entity} now takes only listed values: ${fact.to}.`,
  examples: [
    { before, after, expect: ["request-property-became-enum"] },
    { before: after, after: before, expect: ["request-property-enum-removed"] },
  ],
});
