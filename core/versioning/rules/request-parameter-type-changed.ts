import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-type-changed",
  change: "request-parameter.type-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The type of a parameter changed: values of another kind are expected.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  message: (fact) => `The type of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
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
        "parameters": [{ "name": "size", "in": "query", "type": "integer" }]
      }
    }
  }
}
`,
      expect: ["request-parameter-type-changed"],
    },
  ],
});
