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
        "parameters": [{ "name": "size", "in": "query", "type": "integer" }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-parameter-type-changed",
  change: "request-parameter.type-changed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "The type of a parameter changed: values of another kind are expected.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Steps that send a value of the old type.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: { step: 'ListItems(size: "large")', before: "accepted", after: "400: size has to be a whole number" },
  message: (fact) => `The type of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["request-parameter-type-changed"] },
    { before: after, after: before, expect: ["request-parameter-type-generalized"] },
  ],
});
