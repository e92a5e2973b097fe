import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string", "enum": ["S", "M"] }]
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
        "parameters": [{ "name": "size", "in": "query", "type": "string", "enum": ["S", "M", "L"] }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-parameter-enum-value-added",
  change: "request-parameter.enum-value-added",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "minor",
  since: "0.1.0",
  summary: "The list of values of a parameter changed: the list has one more.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} has a new value: ${fact.to}.`,
  examples: [
    { before, after, expect: ["request-parameter-enum-value-added"] },
    { before: after, after: before, expect: ["request-parameter-enum-value-removed"] },
  ],
});
