import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string" }]
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
            "type": "string",
            "x-ms-dynamic-values": { "operationId": "ListSizes", "value-path": "id", "value-title": "name" }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "dynamic-values-added",
  change: [
    "request-parameter.dynamic-values-added",
    "request-property.dynamic-values-added",
    "response-property.dynamic-values-added",
  ],
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "minor",
  since: "0.1.0",
  summary: "An input offers values to pick from now.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} offers values to pick from now.`,
  examples: [
    { before, after, expect: ["dynamic-values-added"] },
    { before: after, after: before, expect: ["dynamic-values-removed"] },
  ],
});
