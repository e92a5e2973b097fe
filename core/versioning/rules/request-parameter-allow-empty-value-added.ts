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
        "parameters": [{ "name": "size", "in": "query", "type": "string", "allowEmptyValue": true }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-parameter-allow-empty-value-added",
  change: "request-parameter.allow-empty-value-added",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "minor",
  since: "0.1.0",
  summary: "A parameter may be empty now.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} may be empty now.`,
  examples: [
    { before, after, expect: ["request-parameter-allow-empty-value-added"] },
    { before: after, after: before, expect: ["request-parameter-allow-empty-value-removed"] },
  ],
});
