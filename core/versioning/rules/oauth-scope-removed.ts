import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "oauth-scope-removed",
  change: "auth-scheme.scope-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A scope was removed.",
  why: "Connections that exist were made for the old way and have to be made again.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    {
      before: `{
  "securityDefinitions": {
    "oauth": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://a.example/auth",
      "tokenUrl": "https://a.example/token",
      "scopes": { "read": "Read", "write": "Write" }
    }
  },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      after: `{
  "securityDefinitions": {
    "oauth": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://a.example/auth",
      "tokenUrl": "https://a.example/token",
      "scopes": { "read": "Read" }
    }
  },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["oauth-scope-removed"],
    },
  ],
});
