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
              "properties": { "size": { "type": "string", "default": "L" } }
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
  id: "request-property-default-removed",
  change: "request-property.default-removed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The default of an optional input field was removed.",
  why: "Steps that leave the value out get another result than before.",
  breaks: "Steps that leave it out.",
  todo: "Keep the default, or publish a major version.",
  witness: { step: 'AddItem(item: { name: "A" }), without size', before: "size M", after: "no size" },
  message: (fact) => `The default ${fact.from} of ${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["request-property-default-removed"] },
    { before: after, after: before, expect: ["request-property-default-added"] },
  ],
});
