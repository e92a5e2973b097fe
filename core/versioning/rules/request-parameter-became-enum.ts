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
        "parameters": [{ "name": "size", "in": "query", "type": "string", "enum": ["S", "M"] }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-parameter-became-enum",
  change: "request-parameter.became-enum",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "The list of values of a parameter changed: only listed values are left.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Calls with a value that is not in the list.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: { step: 'ListItems(size: "XL")', before: "accepted", after: "400: size has to be S or M" },
  message: (fact) => `${fact.entity} now takes only listed values: ${fact.to}.`,
  examples: [
    { before, after, expect: ["request-parameter-became-enum"] },
    { before: after, after: before, expect: ["request-parameter-enum-removed"] },
  ],
});
