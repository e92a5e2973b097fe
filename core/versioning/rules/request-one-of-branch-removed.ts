import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-one-of-branch-removed",
  change: "request-property.one-of-branch-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "One of the shapes that could be sent is not accepted any more.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting the shape, or publish a new operation beside this one and a major version.",
  message: (fact) => `The ${fact.entity} may no longer be ${fact.from}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          {
            "name": "item",
            "in": "body",
            "schema": { "oneOf": [{ "title": "Square", "type": "object" }, { "title": "Circle", "type": "object" }] }
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
      "post": {
        "operationId": "AddItem",
        "parameters": [
          {
            "name": "item",
            "in": "body",
            "schema": { "oneOf": [{ "title": "Square", "type": "object" }] }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-one-of-branch-removed"],
    },
  ],
});
