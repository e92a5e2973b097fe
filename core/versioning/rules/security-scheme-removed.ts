import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "security-scheme-removed",
  change: "auth-scheme.removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A way to authenticate was removed.",
  why: "Connections that exist were made for the old way and have to be made again.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    {
      before: `{
  "securityDefinitions": { "basic": { "type": "basic" }, "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      after: `{
  "securityDefinitions": { "basic": { "type": "basic" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["security-scheme-removed"],
    },
  ],
});
