import { defineVersionRule } from "../rule.ts";

const before = `{
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
const after = `{
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

export default defineVersionRule({
  id: "request-parameter-allow-empty-value-removed",
  change: "request-parameter.allow-empty-value-removed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "A parameter may no longer be empty.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Calls that send the name without a value.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: { step: "ListItems(flag: )", before: "200", after: "400: flag has no value" },
  message: (fact) => `${fact.entity} may no longer be empty.`,
  examples: [
    { before, after, expect: ["request-parameter-allow-empty-value-removed"] },
    { before: after, after: before, expect: ["request-parameter-allow-empty-value-added"] },
  ],
});
