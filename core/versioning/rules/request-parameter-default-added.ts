import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-default-added",
  change: "request-parameter.default-added",
  families: ["powerplatform", "definition"],
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "An optional parameter got a default.",
  why: "Steps that leave it out are served as if they had sent it.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} got the default ${fact.to}.`,
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
        "parameters": [{ "name": "size", "in": "query", "type": "string", "default": "M" }]
      }
    }
  }
}
`,
      expect: ["request-parameter-default-added"],
    },
  ],
});
