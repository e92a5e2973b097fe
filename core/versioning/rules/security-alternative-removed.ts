import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "security-alternative-removed",
  change: "auth-requirement.alternative-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "An operation no longer accepts a way to authenticate.",
  why: "Connections that exist were made for the old way and have to be made again.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  message: (fact) => `${fact.entity} no longer accepts ${fact.from}.`,
  examples: [
    {
      before: `{
  "securityDefinitions": { "basic": { "type": "basic" }, "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "security": [{ "basic": [] }, { "key": [] }]
      }
    }
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
      expect: ["security-alternative-removed"],
    },
  ],
});
