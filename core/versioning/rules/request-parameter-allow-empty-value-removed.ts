import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-allow-empty-value-removed",
  change: "request-parameter.allow-empty-value-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A parameter may no longer be empty.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  message: (fact) => `${fact.entity} may no longer be empty.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string", "allowEmptyValue": true }]
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
        "parameters": [{ "name": "size", "in": "query", "type": "string" }]
      }
    }
  }
}
`,
      expect: ["request-parameter-allow-empty-value-removed"],
    },
  ],
});
