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
              "properties": {
                "size": { "type": "array", "items": { "type": "string" } }
              }
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
              "properties": {
                "size": { "type": "array", "maxItems": 5, "items": { "type": "string" } }
              }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-property-items-count-tightened",
  change: "request-property.items-count-tightened",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "The allowed number of items of an input field changed: less is accepted.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Steps that send more or fewer values.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: { step: "AddItem(item: { tags: six of them })", before: "accepted", after: "400: at most five" },
  message: (fact) =>
    `The allowed number of items of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["request-property-items-count-tightened"] },
    { before: after, after: before, expect: ["request-property-items-count-relaxed"] },
  ],
});
