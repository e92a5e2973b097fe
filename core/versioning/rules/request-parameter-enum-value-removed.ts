import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-enum-value-removed",
  change: "request-parameter.enum-value-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The list of values of a parameter changed: the list lost one.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  message: (fact) => `${fact.entity} lost the value ${fact.from}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string", "enum": ["S", "M", "L"] }]
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
        "parameters": [{ "name": "size", "in": "query", "type": "string", "enum": ["S", "M"] }]
      }
    }
  }
}
`,
      expect: ["request-parameter-enum-value-removed"],
    },
  ],
});
