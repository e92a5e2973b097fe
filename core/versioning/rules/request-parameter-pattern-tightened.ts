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
        "parameters": [{ "name": "size", "in": "query", "type": "string", "pattern": "^[A-Z]+$" }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-parameter-pattern-tightened",
  change: "request-parameter.pattern-tightened",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "The pattern of a parameter changed: less is accepted.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Steps that send a text of another form.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: { step: 'ListItems(code: "ab-1")', before: "accepted", after: "400: code has to be three digits" },
  message: (fact) => `The pattern of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["request-parameter-pattern-tightened"] },
    { before: after, after: before, expect: ["request-parameter-pattern-relaxed"] },
  ],
});
