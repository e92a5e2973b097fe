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
              "properties": { "size": { "type": "string", "readOnly": true } }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-property-became-read-only",
  change: "request-property.became-read-only",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "An input field became read-only.",
  why: "What saved steps send for it is ignored.",
  breaks: "Steps that fill it: the value is ignored.",
  todo: "Keep it writable, or publish a major version.",
  witness: { step: 'AddItem(item: { size: "L" })', before: "201, of size L", after: "201, without a size" },
  message: (fact) => `${fact.entity} became read-only.`,
  examples: [
    { before, after, expect: ["request-property-became-read-only"] },
    { before: after, after: before, expect: ["request-property-became-writable"] },
  ],
});
