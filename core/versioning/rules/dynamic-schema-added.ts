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
            "x-ms-dynamic-schema": { "operationId": "A" }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "dynamic-schema-added",
  change: [
    "request-parameter.dynamic-schema-added",
    "request-property.dynamic-schema-added",
    "response-property.dynamic-schema-added",
  ],
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "minor",
  since: "0.1.0",
  summary: "A schema is found at design time now.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `The schema of ${fact.entity} is found at design time now.`,
  examples: [
    { before, after, expect: ["dynamic-schema-added"] },
    { before: after, after: before, expect: ["dynamic-schema-removed"] },
  ],
});
