import { defineVersionRule } from "../rule.ts";

const before = `{
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
const after = `{
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

export default defineVersionRule({
  id: "request-parameter-enum-value-removed",
  change: "request-parameter.enum-value-removed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "The list of values of a parameter changed: the list lost one.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Steps that send the value that is gone.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: { step: 'ListItems(size: "L")', before: "accepted", after: "400: size has to be S or M" },
  message: (fact) => `${fact.entity} lost the value ${fact.from}.`,
  examples: [
    { before, after, expect: ["request-parameter-enum-value-removed"] },
    { before: after, after: before, expect: ["request-parameter-enum-value-added"] },
  ],
});
