import { defineVersionRule } from "../rule.ts";

const before = `{
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
`;
const after = `{
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
`;

export default defineVersionRule({
  id: "request-parameter-collection-format-changed",
  change: "request-parameter.collection-format-changed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "The way a list is written into a parameter changed.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Steps that pass several values in the old form.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: {
    step: 'ListItems(tags: "a,b")',
    before: "items with a and items with b",
    after: 'items with the tag "a,b", of which there are none',
  },
  message: (fact) => `Lists in ${fact.entity} are written as ${fact.to} instead of ${fact.from}.`,
  examples: [
    { before, after, expect: ["request-parameter-collection-format-changed"] },
    {
      before,
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
            "items": { "type": "string" }
          }
        ]
      }
    }
  }
}
`,
      expect: [],
    },
  ],
});
