import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "oauth-token-url-changed",
  change: "auth-scheme.token-url-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "Tokens come from another address.",
  why: "Connections that exist were made for the old way and have to be made again.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  message: (fact) => `The token address of ${fact.entity} changed.`,
  examples: [
    {
      before: `{
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
      after: `{
  "securityDefinitions": {
    "oauth": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://a.example/auth",
      "tokenUrl": "https://b.example/token",
      "scopes": { "read": "Read" }
    }
  },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["oauth-token-url-changed"],
    },
  ],
});
