import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-collection-format-changed",
  change: "request-parameter.collection-format-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The way a list is written into a parameter changed.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  message: (fact) => `Lists in ${fact.entity} are written as ${fact.to} instead of ${fact.from}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          {
            "name": "ids",
            "in": "query",
            "type": "array",
            "items": { "type": "string" },
            "collectionFormat": "csv"
          }
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
            "name": "ids",
            "in": "query",
            "type": "array",
            "items": { "type": "string" },
            "collectionFormat": "pipes"
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-parameter-collection-format-changed"],
    },
  ],
});
