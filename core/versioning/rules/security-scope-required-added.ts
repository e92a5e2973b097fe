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
        "security": [{ "oauth": ["read"] }]
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
        "security": [{ "oauth": ["read", "write"] }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "security-scope-required-added",
  change: "auth-requirement.scope-added",
  families: ["powerplatform", "definition"],
  direction: "auth",
  requires: "major",
  since: "0.1.0",
  summary: "An operation demands one more scope.",
  why: "Calls are refused until everybody has consented again.",
  breaks: "Connections made before: nobody consented to the right.",
  todo: "Publish a major version.",
  witness: {
    step: "ListItems() with the rights that were granted",
    before: "200",
    after: "403: items.read is missing, until the owner signs in again",
  },
  message: (fact) => `${fact.entity} demands the scope ${fact.to} now.`,
  examples: [
    { before, after, expect: ["security-scope-required-added"] },
    { before: after, after: before, expect: ["security-scope-required-removed"] },
  ],
});
