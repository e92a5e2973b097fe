import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "integer", "format": "int64" }]
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
        "parameters": [{ "name": "size", "in": "query", "type": "integer", "format": "int32" }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-parameter-format-changed",
  change: "request-parameter.format-changed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "The format of a parameter changed: values of another form are expected.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Steps that send the old form.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: {
    step: 'ListItems(since: "2026-01-15T08:00:00Z")',
    before: "accepted",
    after: "400: since has to be a date without a time",
  },
  message: (fact) => `The format of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["request-parameter-format-changed"] },
    { before: after, after: before, expect: ["request-parameter-format-generalized"] },
  ],
});
