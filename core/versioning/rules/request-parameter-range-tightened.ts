import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "integer" }]
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
        "parameters": [{ "name": "size", "in": "query", "type": "integer", "maximum": 100 }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-parameter-range-tightened",
  change: "request-parameter.range-tightened",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "The range of values of a parameter changed: less is accepted.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Steps that send a value outside of the new bounds.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: { step: "ListItems(size: 500)", before: "accepted", after: "400: size is at most 100" },
  message: (fact) =>
    `The range of values of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["request-parameter-range-tightened"] },
    { before: after, after: before, expect: ["request-parameter-range-relaxed"] },
  ],
});
