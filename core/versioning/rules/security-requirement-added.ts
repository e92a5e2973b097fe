import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "security-requirement-added",
  change: "auth-requirement.added",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "An operation demands more authentication than before.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  message: (fact) => `${fact.entity} demands ${fact.to} now.`,
  examples: [
    {
      before: `{
  "securityDefinitions": { "basic": { "type": "basic" }, "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "security": [] } }
  }
}
`,
      after: `{
  "securityDefinitions": { "basic": { "type": "basic" }, "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "security": [{ "basic": [] }]
      }
    }
  }
}
`,
      expect: ["security-requirement-added"],
    },
  ],
});
