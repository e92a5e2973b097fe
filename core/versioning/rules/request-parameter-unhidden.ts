import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-unhidden",
  change: "request-parameter.unhidden",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "A hidden parameter became visible.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} became visible.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string", "x-ms-visibility": "internal" }]
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
      expect: ["request-parameter-unhidden"],
    },
  ],
});
