import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-range-tightened",
  change: "request-parameter.range-tightened",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The range of values of a parameter changed: less is accepted.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  message: (fact) =>
    `The range of values of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "integer" }]
      }
    }
  }
}
`,
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "integer", "maximum": 100 }]
      }
    }
  }
}
`,
      expect: ["request-parameter-range-tightened"],
    },
  ],
});
