import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "new-required-request-parameter",
  change: "parameter.added",
  when: (fact) => fact.required === true && !(fact.internal && fact.hasDefault),
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A required parameter was added.",
  why: "Saved steps do not send it, so their calls fail.",
  todo: "Make it optional, or give it a default and make it internal, or publish a major version.",
  official: { message: "The required parameter has been added." },
  message: (fact) => `${fact.entity} was added and is required.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "page", "in": "query", "type": "integer" }]
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
          { "name": "page", "in": "query", "type": "integer" },
          { "name": "size", "in": "query", "type": "string", "required": true }
        ]
      }
    }
  }
}
`,
      expect: ["new-required-request-parameter"],
    },
  ],
});
