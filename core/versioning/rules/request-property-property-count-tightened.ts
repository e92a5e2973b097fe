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
              "properties": { "size": { "type": "object" } }
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
              "properties": { "size": { "type": "object", "maxProperties": 3 } }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-property-property-count-tightened",
  change: "request-property.property-count-tightened",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "The allowed number of properties of an input field changed: less is accepted.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Steps that send more or fewer fields.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: { step: "AddItem(item: { labels: six of them })", before: "201", after: "400: at most five" },
  message: (fact) =>
    `The allowed number of properties of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["request-property-property-count-tightened"] },
    { before: after, after: before, expect: ["request-property-property-count-relaxed"] },
  ],
});
