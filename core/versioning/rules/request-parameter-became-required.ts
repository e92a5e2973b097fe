import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-became-required",
  change: "request-parameter.became-required",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A parameter became required.",
  why: "Steps that leave it empty fail.",
  todo: "Keep it optional and give it a default, or publish a major version.",
  message: (fact) => `${fact.entity} became required.`,
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
        "parameters": [{ "name": "size", "in": "query", "type": "string", "required": true }]
      }
    }
  }
}
`,
      expect: ["request-parameter-became-required"],
    },
  ],
});
