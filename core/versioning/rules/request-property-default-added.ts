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
              "properties": { "size": { "type": "string", "default": "M" } }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-property-default-added",
  change: "request-property.default-added",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "An optional input field got a default.",
  why: "Steps that leave it out are served as if they had sent it.",
  breaks: "Steps that leave it out, and want everything.",
  todo: "Publish it as a minor version.",
  witness: { step: 'AddItem(item: { name: "A" }), without size', before: "no size", after: "size M" },
  message: (fact) => `${fact.entity} got the default ${fact.to}.`,
  examples: [
    { before, after, expect: ["request-property-default-added"] },
    { before: after, after: before, expect: ["request-property-default-removed"] },
  ],
});
