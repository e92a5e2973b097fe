import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-removed",
  change: "parameter.removed",
  when: (fact) => !fact.internal,
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A parameter was removed.",
  why: "Values that saved steps send for it are lost without a word.",
  todo: "Keep it and ignore it, mark it as deprecated in its description, and remove it in a major version.",
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "page", "in": "query", "type": "integer" },
          { "name": "size", "in": "query", "type": "string" }
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
      expect: ["request-parameter-removed"],
    },
  ],
});
