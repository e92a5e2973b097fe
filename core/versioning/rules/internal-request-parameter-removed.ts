import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "internal-request-parameter-removed",
  change: "parameter.removed",
  when: (fact) => fact.internal === true,
  families: ["powerplatform", "definition"],
  requires: "patch",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "An internal parameter was removed.",
  why: "Nobody sees or fills it; the platform stops sending it.",
  todo: "Publish it as a patch version.",
  message: (fact) => `Internal ${fact.entity} was removed.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "page", "in": "query", "type": "integer" },
          { "name": "size", "in": "query", "type": "string", "x-ms-visibility": "internal" }
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
        "parameters": [{ "name": "page", "in": "query", "type": "integer" }]
      }
    }
  }
}
`,
      expect: ["internal-request-parameter-removed"],
    },
  ],
});
