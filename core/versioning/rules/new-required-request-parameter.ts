import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "page", "in": "query", "type": "integer" }]
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
          { "name": "page", "in": "query", "type": "integer" },
          { "name": "size", "in": "query", "type": "string", "required": true }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "new-required-request-parameter",
  change: "parameter.added",
  when: (fact) => fact.required === true && !(fact.internal && fact.hasDefault),
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "A required parameter was added.",
  why: "Saved steps do not send it, so their calls fail.",
  breaks: "Every saved step of the operation.",
  todo: "Make it optional, or give it a default and make it internal, or publish a major version.",
  witness: { step: "ListItems(), saved before", before: "200", after: "400: size is missing" },
  official: {
    message: "The required parameter has been added.",
    valuePath: "operation/{operationId}/parameter/{name}",
  },
  message: (fact) => `${fact.entity} was added and is required.`,
  examples: [
    { before, after, expect: ["new-required-request-parameter"] },
    { before: after, after: before, expect: ["request-parameter-removed"] },
  ],
});
