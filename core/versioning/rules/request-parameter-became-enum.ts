import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-became-enum",
  change: "request-parameter.became-enum",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The list of values of a parameter changed: only listed values are left.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  message: (fact) => `${fact.entity} now takes only listed values: ${fact.to}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string" }]
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
      expect: ["request-parameter-became-enum"],
    },
  ],
});
