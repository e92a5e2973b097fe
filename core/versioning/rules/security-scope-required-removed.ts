import { defineVersionRule } from "../rule.ts";

const before = `{
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
`;
const after = `{
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
`;

export default defineVersionRule({
  id: "security-scope-required-removed",
  change: "auth-requirement.scope-removed",
  families: ["powerplatform", "definition"],
  direction: "auth",
  requires: "minor",
  since: "0.1.0",
  summary: "An operation demands fewer scopes.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} no longer demands the scope ${fact.from}.`,
  examples: [
    { before, after, expect: ["security-scope-required-removed"] },
    { before: after, after: before, expect: ["security-scope-required-added"] },
  ],
});
