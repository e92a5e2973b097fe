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
              "required": ["kind", "sort"],
              "properties": { "kind": { "type": "string" }, "sort": { "type": "string" } }
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
              "required": ["kind", "sort"],
              "properties": { "kind": { "type": "string" }, "sort": { "type": "string" } },
              "discriminator": "kind"
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-discriminator-added",
  change: "request-property.discriminator-added",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "A field tells the kinds of an object apart now.",
  why: "More is accepted than before; nothing that works today stops working.",
  breaks: "Calls that do not say which kind they send.",
  todo: "Publish it as a minor version.",
  witness: { step: 'AddItem(item: { title: "A" })', before: "201", after: "400: kind is missing" },
  message: (fact) => `${fact.entity} is told apart by ${fact.to} now.`,
  examples: [
    { before, after, expect: ["request-discriminator-added"] },
    { before: after, after: before, expect: ["request-discriminator-removed"] },
  ],
});
