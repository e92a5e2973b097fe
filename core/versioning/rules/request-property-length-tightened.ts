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
              "properties": { "size": { "type": "string", "maxLength": 80 } }
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
              "properties": { "size": { "type": "string", "maxLength": 40 } }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-property-length-tightened",
  change: "request-property.length-tightened",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "The allowed length of an input field changed: less is accepted.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Steps that send a longer or shorter text.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: {
    step: "AddItem(item: { name: a text of 80 letters })",
    before: "accepted",
    after: "400: at most 50 letters",
  },
  message: (fact) =>
    `The allowed length of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["request-property-length-tightened"] },
    { before: after, after: before, expect: ["request-property-length-relaxed"] },
  ],
});
