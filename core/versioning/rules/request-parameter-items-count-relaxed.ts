import { defineVersionRule } from "../rule.ts";

const before = `{
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
const after = `{
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

export default defineVersionRule({
  id: "request-parameter-items-count-relaxed",
  change: "request-parameter.items-count-relaxed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "minor",
  since: "0.1.0",
  summary: "The allowed number of items of a parameter changed: more is accepted.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) =>
    `The allowed number of items of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["request-parameter-items-count-relaxed"] },
    { before: after, after: before, expect: ["request-parameter-items-count-tightened"] },
  ],
});
