import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-became-optional",
  change: "request-parameter.became-optional",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "A parameter became optional.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} became optional.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string", "required": true }]
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
      expect: ["request-parameter-became-optional"],
    },
  ],
});
