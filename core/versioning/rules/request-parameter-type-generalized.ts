import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-type-generalized",
  change: "request-parameter.type-generalized",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "The type of a parameter changed: values of more kinds are accepted.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `The type of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    {
      before: `{
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
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "number" }]
      }
    }
  }
}
`,
      expect: ["request-parameter-type-generalized"],
    },
  ],
});
