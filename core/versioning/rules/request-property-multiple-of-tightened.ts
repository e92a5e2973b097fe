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
              "properties": { "size": { "type": "integer", "multipleOf": 5 } }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-property-multiple-of-tightened",
  change: "request-property.multiple-of-tightened",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "The allowed step of an input field changed: less is accepted.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Steps that send values between the steps.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: { step: "AddItem(item: { size: 15 })", before: "accepted", after: "400: size has to be a multiple of 10" },
  message: (fact) => `The allowed step of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["request-property-multiple-of-tightened"] },
    { before: after, after: before, expect: ["request-property-multiple-of-relaxed"] },
  ],
});
