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
              "properties": { "name": { "type": "string" }, "size": { "type": "string" } }
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
              "properties": { "name": { "type": "string" } }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-property-removed",
  change: "request-property.removed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "An input field was removed.",
  why: "Values that saved steps send for it are lost without a word.",
  breaks: "Steps that fill it: the value is lost without a word.",
  todo: "Keep it and ignore it, or publish a major version.",
  witness: { step: 'AddItem(item: { name: "A", size: "L" })', before: "201, of size L", after: "201, without a size" },
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["request-property-removed"] },
    { before: after, after: before, expect: ["new-optional-request-property"] },
  ],
});
