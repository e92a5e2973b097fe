import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-hidden",
  change: "request-parameter.hidden",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A parameter was hidden.",
  why: "People can no longer see or change the value that their steps hold.",
  todo: "Use the visibility advanced instead of internal.",
  message: (fact) => `${fact.entity} was hidden.`,
  examples: [
    {
      before: `{
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
      after: `{
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
      expect: ["request-parameter-hidden"],
    },
  ],
});
