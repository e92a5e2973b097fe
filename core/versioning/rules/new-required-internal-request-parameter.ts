import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "new-required-internal-request-parameter",
  change: "parameter.added",
  when: (fact) => fact.required === true && fact.internal === true && fact.hasDefault === true,
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "A required, internal parameter with a default was added.",
  why: "The designer fills it for new steps; steps that were saved before do not send it.",
  todo: "Make it optional, so that saved steps go on working.",
  official: { message: "The required parameter has been added." },
  message: (fact) => `${fact.entity} was added as required and internal; saved steps do not send it.`,
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
`,
      expect: ["new-required-internal-request-parameter"],
    },
  ],
});
