import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "size", "in": "query", "type": "array", "items": { "type": "string" } }
        ]
      }
    }
  }
}
`;
const after = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          {
            "name": "size",
            "in": "query",
            "type": "array",
            "maxItems": 5,
            "items": { "type": "string" }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-parameter-items-count-tightened",
  change: "request-parameter.items-count-tightened",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "The allowed number of items of a parameter changed: less is accepted.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Steps that send more or fewer values.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: { step: "ListItems(ids: six of them)", before: "accepted", after: "400: at most five" },
  message: (fact) =>
    `The allowed number of items of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["request-parameter-items-count-tightened"] },
    { before: after, after: before, expect: ["request-parameter-items-count-relaxed"] },
  ],
});
