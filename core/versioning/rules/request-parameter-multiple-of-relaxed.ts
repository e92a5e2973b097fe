import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-multiple-of-relaxed",
  change: "request-parameter.multiple-of-relaxed",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "The allowed step of a parameter changed: more is accepted.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `The allowed step of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "integer", "multipleOf": 5 }]
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
        "parameters": [{ "name": "size", "in": "query", "type": "integer" }]
      }
    }
  }
}
`,
      expect: ["request-parameter-multiple-of-relaxed"],
    },
  ],
});
