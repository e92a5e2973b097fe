import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-items-count-tightened",
  change: "request-parameter.items-count-tightened",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The allowed number of items of a parameter changed: less is accepted.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  message: (fact) =>
    `The allowed number of items of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "size", "in": "query", "type": "array", "items": { "type": "string" } }
        ]
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
        "parameters": [
          {
            "name": "size",
            "in": "query",
            "type": "array",
            "maxItems": 5,
            "items": { "type": "string" }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-parameter-items-count-tightened"],
    },
  ],
});
