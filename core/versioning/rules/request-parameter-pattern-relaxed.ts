import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-pattern-relaxed",
  change: "request-parameter.pattern-relaxed",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "The pattern of a parameter changed: more is accepted.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `The pattern of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string", "pattern": "^[A-Z]+$" }]
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
        "parameters": [{ "name": "size", "in": "query", "type": "string" }]
      }
    }
  }
}
`,
      expect: ["request-parameter-pattern-relaxed"],
    },
  ],
});
