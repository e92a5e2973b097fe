import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "security-scheme-type-changed",
  change: "auth-scheme.type-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A way to authenticate is of another type.",
  why: "Connections that exist were made for the old way and have to be made again.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  message: (fact) => `${fact.entity} changed from ${fact.from} to ${fact.to}.`,
  examples: [
    {
      before: `{
  "securityDefinitions": { "main": { "type": "basic" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      after: `{
  "securityDefinitions": { "main": { "type": "apiKey", "in": "header", "name": "K" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["security-scheme-type-changed"],
    },
  ],
});
