import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "security-scope-required-removed",
  change: "auth-requirement.scope-removed",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "An operation demands fewer scopes.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} no longer demands the scope ${fact.from}.`,
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
        "security": [{ "oauth": ["read", "write"] }]
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
        "security": [{ "oauth": ["read"] }]
      }
    }
  }
}
`,
      expect: ["security-scope-required-removed"],
    },
  ],
});
