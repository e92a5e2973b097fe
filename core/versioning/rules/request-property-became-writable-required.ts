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
              "required": ["size"],
              "properties": { "size": { "type": "string", "readOnly": true } }
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
              "required": ["size"],
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
  id: "request-property-became-writable-required",
  change: "request-property.became-writable-required",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "A read-only field must be sent now.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Every saved step of the operation.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: { step: 'AddItem(item: { name: "A" }), saved before', before: "201", after: "400: id is missing" },
  message: (fact) => `${fact.entity} must be sent now.`,
  examples: [
    { before, after, expect: ["request-property-became-writable-required"] },
    { before: after, after: before, expect: ["request-property-became-read-only"] },
  ],
});
