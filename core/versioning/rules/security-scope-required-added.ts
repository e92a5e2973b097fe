import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "security-scope-required-added",
  change: "auth-requirement.scope-added",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "An operation demands one more scope.",
  why: "Calls are refused until everybody has consented again.",
  todo: "Publish a major version.",
  message: (fact) => `${fact.entity} demands the scope ${fact.to} now.`,
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
    "/items": {
      "get": {
        "operationId": "ListItems",
        "security": [{ "oauth": ["read"] }]
      }
    }
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
      "scopes": { "read": "Read", "write": "Write" }
    }
  },
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "security": [{ "oauth": ["read", "write"] }]
      }
    }
  }
}
`,
      expect: ["security-scope-required-added"],
    },
  ],
});
