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
          {
            "name": "size",
            "in": "query",
            "type": "string",
            "required": true,
            "default": "M",
            "x-ms-visibility": "internal"
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "new-required-internal-request-parameter",
  change: "parameter.added",
  when: (fact) => fact.required === true && fact.internal === true && fact.hasDefault === true,
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "A required, internal parameter with a default was added.",
  why: "The designer fills it for new steps; steps that were saved before do not send it.",
  breaks: "Steps that were saved before: only new ones get the value from the designer.",
  todo: "Make it optional, so that saved steps go on working.",
  witness: { step: "ListItems(), saved before", before: "200", after: "400: api-version is missing" },
  official: {
    message: "The required parameter has been added.",
    valuePath: "operation/{operationId}/parameter/{name}",
  },
  message: (fact) => `${fact.entity} was added as required and internal; saved steps do not send it.`,
  examples: [
    { before, after, expect: ["new-required-internal-request-parameter"] },
    { before: after, after: before, expect: ["internal-request-parameter-removed"] },
  ],
});
